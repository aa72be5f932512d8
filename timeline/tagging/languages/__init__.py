"""The language packs, a TOML file each."""
