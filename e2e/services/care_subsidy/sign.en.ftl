# A short film for the checks of pages; nobody signs in it.
film-care-subsidy =
    The care subsidy is for people whose disability is of grade 1 or 2.
    It comes every month, into your account.
