"""Event timelines from news articles: every date with its reasoning.

What a phrase says is an `expression`; `resolve` gives the `interval` that it means in an article, with what `calendar`
knows of dates. An article passes the stages in this order: `tagger.tag` finds and resolves time expressions (its parts
are in `tagging`), `events.find` dates what the article reports, `events.merge` joins the reports of many articles;
`pipeline` is the three in a row. `documents` are what articles come in, `formats` what timelines go out in. `store`
keeps all in Redis, `service` runs the whole, `cli` is the command line.
"""
