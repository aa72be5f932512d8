"""From a text to the phrases in it that tell a time, and to what each hangs on: the stages of `timeline.tagger`."""
