month-names = January February March April May June July August September October November December
weekday-names = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
number-words = none one two three four five six seven eight nine ten eleven twelve
list-and = and
