month-names = janvier février mars avril mai juin juillet août septembre octobre novembre décembre
weekday-names = lundi mardi mercredi jeudi vendredi samedi dimanche
number-words = aucun un deux trois quatre cinq six sept huit neuf dix onze douze
list-and = et
