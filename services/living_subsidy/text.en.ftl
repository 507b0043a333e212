service-living-subsidy = Living subsidy for disabled people in hardship
    .lead = For disabled people whose household receives dibao: money for living, every month. Some places give it to more people.
    .says = For disabled people in dibao households; some places are wider
    .extra = The subsidy is not counted as family income and does not affect dibao. People of grade 1 or 2 can receive the care subsidy as well.
    .form = Application and approval form for the two subsidies
