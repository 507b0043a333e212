service-living-subsidy = Living subsidy for disabled people in hardship
    .lead = For people with a disability certificate whose household receives dibao: money for living, every month.
    .says = For people with a certificate in dibao households
    .extra = The subsidy is not counted as family income and does not affect dibao. People of grade 1 or 2 can receive the care subsidy as well.
