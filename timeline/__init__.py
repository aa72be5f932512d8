"""Event timelines from news articles: every date with its reasoning.

The stages, in the order in which an article passes them: `tagger.tag` finds and resolves time expressions,
`events.find` dates what the article reports, `events.merge` joins the reports of many articles, `pipeline` is the
three in a row. `store` keeps the result in Redis, `service` runs the whole, `cli` is the command line.
"""
