"""Words of a language that tell of clauses and events: one TOML file a language, no code."""
