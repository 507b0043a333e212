//! Lists the files of `services/` and `style/`, and of the browser bundle where `islands/bundle.sh` has made one, so
//! that they are part of the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let server = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let root = server.parent().unwrap_or(&server);
    let mut list = String::new();
    write_list(&mut list, "SERVICES", &root.join("services"), &["toml", "ftl"])?;
    write_list(&mut list, "STYLE", &root.join("style"), &["css"])?;
    write_bundle(&mut list, &root.join("islands").join("built"));
    fs::write(Path::new(&variable("OUT_DIR")?).join("shipped.rs"), list)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a build script is told everything by its environment"
)]
fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// One constant: the path of every such file inside the folder, in the order of names, with its text.
fn write_list(list: &mut String, constant: &str, folder: &Path, endings: &[&str]) -> io::Result<()> {
    let mut files = Vec::new();
    collect(folder, endings, &mut files)?;
    files.sort();
    // Writing to a String cannot fail.
    let _ = writeln!(list, "pub(crate) const {constant}: &[(&str, &str)] = &[");
    for file in files {
        let inside = file.strip_prefix(folder).map_err(io::Error::other)?;
        let inside = inside.to_string_lossy().replace('\\', "/");
        let full = file.to_string_lossy();
        // Writing to a String cannot fail.
        let _ = writeln!(list, "    ({inside:?}, include_str!({full:?})),");
    }
    list.push_str("];\n");
    Ok(())
}

/// The four files of the bundle, or that there is none: then no page has an island.
fn write_bundle(list: &mut String, folder: &Path) {
    // The folder is always there, so that it is only looked at again when something in it changes.
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = ["islands.js", "islands.js.br", "islands.wasm", "islands.wasm.br"].map(|name| folder.join(name));
    let bundle = if files.iter().all(|file| file.is_file()) {
        let files = files.map(|file| format!("include_bytes!({:?})", file.to_string_lossy()));
        format!("Some([{}])", files.join(", "))
    } else {
        "None".to_owned()
    };
    // Writing to a String cannot fail.
    let _ = writeln!(list, "pub(crate) const ISLANDS: Option<[&[u8]; 4]> = {bundle};");
}

fn collect(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, endings, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
        {
            println!("cargo::rerun-if-changed={}", path.display());
            files.push(path);
        }
    }
    Ok(())
}
