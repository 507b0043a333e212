//! Kinds of offices that work on a case.

use crate::person::closed_list;

closed_list! {
    /// What an office is, and so which stages it may work.
    OfficeKind {
        /// 乡镇人民政府、街道办事处: accepts and makes the first review
        Township = "township",
        /// 县级残联: the county federation, reviews certificate and grade
        CountyFederation = "county_federation",
        /// 县级民政局: county civil affairs, decides
        CivilAffairs = "civil_affairs",
        /// 法律援助中心, of the county's justice bureau: receives and decides on legal aid, and nobody else does
        LegalAidCentre = "legal_aid_centre",
        /// 司法局: to whom one objects to what its legal aid centre refuses
        JusticeBureau = "justice_bureau",
        /// 市级: supervises its counties
        Prefecture = "prefecture",
        /// 省级: supervises its prefectures
        Province = "province",
    }
}

impl OfficeKind {
    /// Those that stages of a case can be given to, and that residents can go to.
    pub const OF_STAGES: [Self; 5] = [
        Self::Township,
        Self::CountyFederation,
        Self::CivilAffairs,
        Self::LegalAidCentre,
        Self::JusticeBureau,
    ];
    /// Those that a first stage can be given to: they receive applications.
    pub const RECEIVING: [Self; 2] = [Self::Township, Self::LegalAidCentre];

    /// The kind of that name, if stages can be given to it.
    pub fn of_stage(name: &str) -> Option<Self> {
        Self::parse(name).filter(|kind| Self::OF_STAGES.contains(kind))
    }
}
