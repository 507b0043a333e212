//! `zhida-bindgen COMPILED.wasm FOLDER [WASM-OPT]`: writes what browsers are given of the islands into the folder:
//! `islands.js` and `islands.wasm`, each also compressed.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// Begins as soon as it is there, with the code that lies beside it under the same name. Where that cannot be fetched
/// or run, the page stays what it was.
const BEGIN: &str =
    r#"wasm_bindgen({ module_or_path: document.currentScript.src.replace(/js$/, "wasm") }).catch(() => {});"#;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let (compiled, folder, smaller) = match arguments.as_slice() {
        [compiled, folder] => (compiled, folder, None),
        [compiled, folder, smaller] => (compiled, folder, Some(smaller)),
        _ => anyhow::bail!("usage: zhida-bindgen COMPILED.wasm FOLDER [WASM-OPT]"),
    };
    let mut bound = Bindgen::new()
        .input_path(compiled)
        .out_name("islands")
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .with_context(|| format!("{} cannot be bound", compiled.display()))?;
    let (script, code) = (folder.join("islands.js"), folder.join("islands.wasm"));
    fs::write(&code, bound.wasm_mut().emit_wasm())?;
    if let Some(smaller) = smaller {
        make_smaller(smaller, &code)?;
    }
    fs::write(&script, format!("{}{BEGIN}\n", bound.js()))?;
    compress(&script)?;
    compress(&code)
}

/// What the compiler lets the code use. Not `--all-features`: then it would be written in ways browsers do not read yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

fn make_smaller(tool: &Path, code: &Path) -> Result<()> {
    let status = Command::new(tool)
        .arg("-Oz")
        .args(FEATURES)
        .arg(code)
        .arg("-o")
        .arg(code)
        .status()
        .with_context(|| format!("{} cannot be started", tool.display()))?;
    ensure!(status.success(), "{} failed: {status}", tool.display());
    Ok(())
}

/// Once, as small as can be, so that no server does it at its start.
fn compress(file: &Path) -> Result<()> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(&fs::read(file)?)?;
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    fs::write(PathBuf::from(name), writer.into_inner())?;
    Ok(())
}
