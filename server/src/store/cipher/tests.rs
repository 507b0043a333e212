use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_is_closed_opens_in_its_place_and_nowhere_else(
        plain in prop::collection::vec(any::<u8>(), 0..300), row in "[a-z0-9-]{1,20}", other in "[a-z0-9-]{1,20}"
    ) {
        let keys = Keys::generate();
        let envelope = keys.seal("person", "name", &row, &plain);
        prop_assert_eq!(keys.open("person", "name", &row, &envelope).unwrap(), plain);
        prop_assert_eq!(keys.open("person", "phone", &row, &envelope), Err(CipherError::Altered));
        prop_assert_eq!(keys.open("account", "name", &row, &envelope), Err(CipherError::Altered));
        if row != other {
            prop_assert_eq!(keys.open("person", "name", &other, &envelope), Err(CipherError::Altered));
        }
    }

    #[test]
    fn one_changed_byte_is_noticed(plain in prop::collection::vec(any::<u8>(), 0..50), at in any::<prop::sample::Index>()) {
        let keys = Keys::generate();
        let mut envelope = keys.seal("t", "c", "r", &plain);
        let at = at.index(envelope.len());
        envelope[at] ^= 1;
        prop_assert!(keys.open("t", "c", "r", &envelope).is_err());
    }

    #[test]
    fn any_bytes_are_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        prop_assert!(Keys::generate().open("t", "c", "r", &bytes).is_err());
    }
}

#[test]
fn an_old_key_still_opens_and_a_missing_one_is_named() {
    let old = Keys::generate();
    let envelope = old.seal("t", "c", "r", "王小明".as_bytes());
    let mut keys = old.clone();
    assert_eq!(keys.rotate().unwrap(), 2);
    assert_eq!(keys.open("t", "c", "r", &envelope).unwrap(), "王小明".as_bytes());
    let newer = keys.seal("t", "c", "r", b"x");
    assert_eq!((Keys::key_of(&envelope), Keys::key_of(&newer)), (Some(1), Some(2)));
    assert_eq!(old.open("t", "c", "r", &newer), Err(CipherError::NoKey(2)));
}

#[test]
fn a_place_is_not_run_together() {
    let keys = Keys::generate();
    let envelope = keys.seal("ab", "c", "r", b"x");
    assert_eq!(keys.open("a", "bc", "r", &envelope), Err(CipherError::Altered));
    assert_ne!(keys.lookup_hash("ab", "c"), keys.lookup_hash("a", "bc"));
    assert_eq!(keys.lookup_hash("a", "b").len(), 64);
}

#[test]
fn the_same_text_never_looks_the_same() {
    let keys = Keys::generate();
    assert_ne!(keys.seal("t", "c", "r", b"x"), keys.seal("t", "c", "r", b"x"));
}

#[test]
fn the_file_is_made_once_for_a_new_database_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sub/keys.toml");
    let problem = Keys::load_or_create(&path, false).unwrap_err().to_string();
    assert!(
        problem.contains("is missing") && problem.contains("keys.toml"),
        "{problem}"
    );
    let mut keys = Keys::load_or_create(&path, true).unwrap();
    assert!(keys == Keys::load_or_create(&path, false).unwrap());
    keys.rotate().unwrap();
    keys.save(&path).unwrap();
    assert!(keys == Keys::load_or_create(&path, false).unwrap());
    std::fs::write(&path, "current = 1\n").unwrap();
    assert!(
        Keys::load_or_create(&path, true)
            .unwrap_err()
            .to_string()
            .contains("not a key file")
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    Keys::load_or_create(&path, true).unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(
        Keys::load_or_create(&path, false)
            .unwrap_err()
            .to_string()
            .contains("chmod 600")
    );
}

#[test]
fn keys_are_never_shown() {
    assert_eq!(format!("{:?}", Keys::generate()), "Keys { current: 1, .. }");
}
