"""What a word can be in a clause, one bit each: a word's bits are a sum, a question to it is one `&`."""

from __future__ import annotations

from typing import Final

# The classes that a language's pack lists under [words] by these names; and the forms of verbs, the kinds of nouns,
# and what a token's shape or an expression of time makes it. Python is quicker with integers below 2**30, compiled
# code with those below 2**62: the classes that are met and asked for most stand first.
_USUAL: Final = """
stop capital preposition determiner past participle base mark number report be adverb subject and gerund event
to time_link have that address third nominative link time quote relative will modal do
"""
_RARE: Final = """
definite common where of phrasal kind until light reached be_past possessive plan agent count length lasting by
person objective occur since utter negation phase neuter human have_past after voice blame soon opening
"""
_RAREST: Final = """
before compare do_past unreal defer condition bring close former leads follows meanwhile hitherto befall perform
die span copula between would partake crowd regard ordinal
"""

BIT: Final = {name: 1 << place for place, name in enumerate(f"{_USUAL} {_RARE} {_RAREST}".split())}

BE: Final = BIT["be"]
BE_PAST: Final = BIT["be_past"]
HAVE: Final = BIT["have"]
HAVE_PAST: Final = BIT["have_past"]
DO: Final = BIT["do"]
DO_PAST: Final = BIT["do_past"]
WILL: Final = BIT["will"]
MODAL: Final = BIT["modal"]
TO: Final = BIT["to"]
SUBJECT: Final = BIT["subject"]
NOMINATIVE: Final = BIT["nominative"]
DEFINITE: Final = BIT["definite"]
DETERMINER: Final = BIT["determiner"]
PREPOSITION: Final = BIT["preposition"]
ADVERB: Final = BIT["adverb"]
AND: Final = BIT["and"]
THAT: Final = BIT["that"]
RELATIVE: Final = BIT["relative"]
LINK: Final = BIT["link"]
TIME_LINK: Final = BIT["time_link"]
AFTER: Final = BIT["after"]
BEFORE: Final = BIT["before"]
SINCE: Final = BIT["since"]
BY: Final = BIT["by"]
COMPARE: Final = BIT["compare"]
LENGTH: Final = BIT["length"]
VOICE: Final = BIT["voice"]
WHERE: Final = BIT["where"]
OF: Final = BIT["of"]
CONDITION: Final = BIT["condition"]
NEGATION: Final = BIT["negation"]
POSSESSIVE: Final = BIT["possessive"]
REPORT: Final = BIT["report"]
PLAN: Final = BIT["plan"]
UNREAL: Final = BIT["unreal"]
REACHED: Final = BIT["reached"]
SOON: Final = BIT["soon"]
DEFER: Final = BIT["defer"]
UNTIL: Final = BIT["until"]
BRING: Final = BIT["bring"]
LIGHT: Final = BIT["light"]
COMMON: Final = BIT["common"]
CLOSE: Final = BIT["close"]
UTTER: Final = BIT["utter"]
OCCUR: Final = BIT["occur"]
FORMER: Final = BIT["former"]
SPAN: Final = BIT["span"]
BLAME: Final = BIT["blame"]
DIE: Final = BIT["die"]
COUNT: Final = BIT["count"]
HITHERTO: Final = BIT["hitherto"]
LASTING: Final = BIT["lasting"]
COPULA: Final = BIT["copula"]
ADDRESS: Final = BIT["address"]
BETWEEN: Final = BIT["between"]
KIND: Final = BIT["kind"]
CROWD: Final = BIT["crowd"]
WOULD: Final = BIT["would"]
PARTAKE: Final = BIT["partake"]
HUMAN: Final = BIT["human"]
NEUTER: Final = BIT["neuter"]
AGENT: Final = BIT["agent"]
ORDINAL: Final = BIT["ordinal"]
REGARD: Final = BIT["regard"]
MEANWHILE: Final = BIT["meanwhile"]
PHASE: Final = BIT["phase"]
BEFALL: Final = BIT["befall"]
PERFORM: Final = BIT["perform"]
PHRASAL: Final = BIT["phrasal"]
OBJECTIVE: Final = BIT["objective"]
LEADS: Final = BIT["leads"]
FOLLOWS: Final = BIT["follows"]
STOP: Final = BIT["stop"]
BASE: Final = BIT["base"]
THIRD: Final = BIT["third"]
PAST: Final = BIT["past"]
PARTICIPLE: Final = BIT["participle"]
GERUND: Final = BIT["gerund"]
EVENT: Final = BIT["event"]
PERSON: Final = BIT["person"]
CAPITAL: Final = BIT["capital"]
NUMBER: Final = BIT["number"]
MARK: Final = BIT["mark"]
QUOTE: Final = BIT["quote"]
OPENING: Final = BIT["opening"]
TIME: Final = BIT["time"]

VERB: Final = BASE | THIRD | PAST | PARTICIPLE | GERUND
AUXILIARY: Final = BE | HAVE | DO | WILL | MODAL
# What all forms of a verb have from its base.
OF_LEMMA: Final = (
    REPORT
    | PLAN
    | UNREAL
    | REACHED
    | VOICE
    | DEFER
    | BRING
    | LIGHT
    | UTTER
    | OCCUR
    | LEADS
    | FOLLOWS
    | LASTING
    | COPULA
    | ADDRESS
    | PHASE
    | BEFALL
    | PERFORM
    | PHRASAL
    | DIE
    | BLAME
    | SPAN
    | PARTAKE
    | AGENT
    | REGARD
)
