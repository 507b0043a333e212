service-care-subsidy = Care subsidy for severely disabled people
    .lead = Money for care, every month, for disability grades 1 and 2, whatever the income.
    .says = For disability grades 1 and 2, whatever the income
    .extra = The subsidy is not counted as family income. It can be received together with the living subsidy.
    .form = Application and approval form for the two subsidies
