"""What a TIMEX3 value may look like (ISO-TimeML 2012, 3.2), as one pattern put together from its parts."""

from __future__ import annotations

import re

_YEAR = r"(?:BC)?\d{4,}"
_DAY = rf"{_YEAR}-\d\d-\d\d"
_WEEK = rf"{_YEAR}-W\d\d(?:-WE)?"
_PART = r"(?:SP|SU|FA|WI|Q[1-4]|H[12])"
_DATE = rf"(?:{_DAY}|{_YEAR}-\d\d|{_WEEK}|{_YEAR}-{_PART}|{_YEAR}|(?:BC)?\d{{1,3}})"
_TIME = r"T(?:MO|MI|AF|EV|NI|DT|\d\d:\d\d(?::\d\d)?)"
_OPEN_DAY = rf"(?:{_YEAR}-XX-XX|{_YEAR}-\d\d-XX)"
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_LENGTH = rf"P(?=[\dXT])(?:{_NUMBER}(?:DE|CE|L|Y|Q|M|WE|W|D))*(?:T(?:{_NUMBER}[HMS])+)?"
_SET = rf"XXXX-(?:WXX-(?:[1-7]|WE)|XX-XX|\d\d|{_PART})(?:{_TIME})?"
VALUE = re.compile(
    rf"(?:{_DATE}(?:/{_DATE})?|(?:{_DATE}|{_OPEN_DAY}){_TIME}|{_OPEN_DAY}|{_LENGTH}|{_SET}|PAST_REF|PRESENT_REF|FUTURE_REF)"
)
