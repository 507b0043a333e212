//! Implausible but possible: told as a warning, never a reason to turn a person away.

use super::input::{Stated, Trouble};
use crate::person::{Category, Grade};
use crate::place::{DivisionCode, Divisions};

/// Compares what is stated with itself.
pub(super) fn warnings(stated: &Stated) -> Vec<Trouble> {
    let mut warnings = Vec::new();
    let mut warn = |path: &str, code, message: &str| {
        warnings.push(Trouble {
            path: path.to_owned(),
            code,
            message: message.to_owned(),
        });
    };
    let id = stated.resident_id.as_ref();
    if differ(stated.birth_date, id.map(|id| id.birth_date())) {
        warn(
            "beneficiary.birth_date",
            "BIRTH_DATE_NOT_OF_ID",
            "the ID number has another birth date",
        );
    }
    if differ(stated.sex, id.map(|id| id.sex())) {
        warn("beneficiary.sex", "SEX_NOT_OF_ID", "the ID number has the other sex");
    }
    if is_no_county(stated.hukou_county) {
        warn(
            "beneficiary.hukou_county",
            "COUNTY_RETIRED_OR_UNKNOWN",
            "not a county of Hunan today",
        );
    }
    if is_no_county(stated.residence_county) {
        warn(
            "current_residence.county",
            "COUNTY_RETIRED_OR_UNKNOWN",
            "not a county of Hunan today",
        );
    }
    let number = stated.certificate_number.as_ref();
    if differ(id, number.map(|number| number.resident_id())) {
        warn(
            "beneficiary.certificate.number",
            "CERTIFICATE_NUMBER_NOT_OF_ID",
            "it holds another ID number",
        );
    }
    let at_category = "beneficiary.certificate.category";
    if differ(stated.category, number.map(|number| number.category())) {
        warn(
            at_category,
            "CATEGORY_NOT_OF_NUMBER",
            "the certificate number has another category",
        );
    }
    if differ(stated.category, category_of(&stated.components)) {
        warn(
            at_category,
            "CATEGORY_NOT_OF_COMPONENTS",
            "the components make another category",
        );
    }
    let at_grade = "beneficiary.certificate.grade";
    if differ(stated.grade, number.map(|number| number.grade())) {
        warn(
            at_grade,
            "GRADE_NOT_OF_NUMBER",
            "the certificate number has another grade",
        );
    }
    if differ(stated.grade, grade_of(&stated.components)) {
        warn(
            at_grade,
            "GRADE_NOT_OF_COMPONENTS",
            "the most severe component has another grade",
        );
    }
    let birth = stated.birth_date.or(id.map(|id| id.birth_date()));
    if birth
        .zip(stated.issued_on)
        .is_some_and(|(birth, issued)| issued < birth)
    {
        warn(
            "beneficiary.certificate.issued_on",
            "ISSUED_BEFORE_BIRTH",
            "the certificate is older than the person",
        );
    }
    warnings
}

fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn is_no_county(code: Option<DivisionCode>) -> bool {
    code.is_some_and(|code| code.in_hunan() && !Divisions::shipped().is_county(code))
}

/// One kind gives its own category, several kinds make `multiple`; unknown while a component's is and may differ.
fn category_of(components: &[(Option<Category>, Option<Grade>)]) -> Option<Category> {
    let (first, rest) = components.split_first()?;
    let known = || components.iter().filter_map(|(category, _)| *category);
    if known().any(|category| known().next() != Some(category)) {
        return Some(Category::Multiple);
    }
    first.0.filter(|_| rest.iter().all(|(category, _)| category.is_some()))
}

/// The most severe component's grade; unknown while one of them is.
fn grade_of(components: &[(Option<Category>, Option<Grade>)]) -> Option<Grade> {
    let grades: Option<Vec<Grade>> = components.iter().map(|(_, grade)| *grade).collect();
    grades?.into_iter().min_by_key(|grade| grade.number())
}
