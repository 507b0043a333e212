//! Lists the files of `services/`, joins and compresses those of `style/`, and lists the browser bundle where
//! `islands/bundle.sh` has made one, so that they are part of the program.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let server = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let root = server.parent().unwrap_or(&server);
    let mut list = String::new();
    write_list(&mut list, "SERVICES", &root.join("services"), &["toml", "ftl"])?;
    let out = PathBuf::from(variable("OUT_DIR")?);
    write_style(&mut list, &root.join("style"), &out)?;
    write_bundle(&mut list, &root.join("islands").join("built"));
    fs::write(out.join("shipped.rs"), list)
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
    let files = sorted(folder, endings)?;
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

/// Two constants: the style sheet, its files joined in the order of names, and the same compressed by Brotli as far as
/// it goes, which takes too long to be done at every start.
fn write_style(list: &mut String, folder: &Path, out: &Path) -> io::Result<()> {
    let files = sorted(folder, &["css"])?;
    let texts = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
    let joined = texts.join("\n");
    let mut compressed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 20);
    compressed.write_all(joined.as_bytes())?;
    let (plain_file, brotli_file) = (out.join("style.css"), out.join("style.css.br"));
    fs::write(&plain_file, joined)?;
    fs::write(&brotli_file, compressed.into_inner())?;
    let (plain_file, brotli_file) = (plain_file.to_string_lossy(), brotli_file.to_string_lossy());
    // Writing to a String cannot fail.
    let _ = writeln!(list, "pub(crate) const STYLE: &str = include_str!({plain_file:?});");
    let _ = writeln!(
        list,
        "pub(crate) const STYLE_BROTLI: &[u8] = include_bytes!({brotli_file:?});"
    );
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

/// Every such file inside the folder, in the order of names.
fn sorted(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(folder, endings, &mut files)?;
    files.sort();
    Ok(files)
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
