# Choosing a place.

place-search = Find a place
place-type = Type a few letters
place-type-hint = One character of the name, or its pinyin, such as nan
place-find = Find
place-found = { $count } found
place-typed-found = { $count } found. Choose one below.
place-typed-none = Nothing found for "{ $query }". Try another, or choose below.
place-typed-failed = The list cannot follow what you type just now. Press "Find".
place-choose-found = Choose one
place-choose = Or choose here
place-none-found = Nothing found for "{ $query }"
place-none-found-says = The name may have changed, or one letter is wrong. Try another, or choose below.
place-other = Another place
place-none = None of these
place-outside = Outside Hunan
place-prefectures = Cities and prefectures ({ $count })
place-districts = Districts ({ $count })
place-counties = Counties and county-level cities ({ $count })
place-streets = Streets ({ $count })
place-towns = Towns ({ $count })
place-townships = Townships ({ $count })
place-others = Farms, forestry stations and others ({ $count })
place-problem = Choose a place
place-query-empty = Type at least one character before you press “Find”, or choose below.
