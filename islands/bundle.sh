# shellcheck shell=bash
# Makes the browser bundle in islands/built, where it is not there yet or something changed. Sourced by ./run and
# ./test, which set $root and $target and say what there is to say with `say`.

# The version of wasm-opt (npm's binaryen).
binaryen=132.0.0

build_islands() {
  local wasm=wasm32-unknown-unknown bind=$target/debug/zhida-bindgen built=$root/islands/built compiled smaller
  compiled=$target/$wasm/wasm-release/zhida_islands.wasm
  (cd "$root" && cargo build --locked --package zhida-islands --target "$wasm" --profile wasm-release &&
    cargo build --locked --package zhida-bindgen) || return 1
  # Untouched where nothing changed, so that the program is not built again.
  if [ "$built/islands.wasm.br" -nt "$compiled" ] && [ "$built/islands.wasm.br" -nt "$bind" ]; then return 0; fi
  smaller=$(wasm_opt) || smaller=
  if [ -n "$smaller" ] && "$bind" "$compiled" "$built" "$smaller"; then return 0; fi
  "$bind" "$compiled" "$built"
}

# The path of wasm-opt; without Node there is none.
wasm_opt() {
  local own=$target/binaryen
  local tool=$own/node_modules/.bin/wasm-opt
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    say "Node is not installed, so wasm-opt does not make the browser bundle smaller. It works the same."
    return 1
  fi
  if ! [ "$(cat "$own/version" 2>/dev/null)" = "$binaryen" ]; then
    say "Fetching wasm-opt $binaryen from npm."
    if ! npm install --silent --no-save --prefix "$own" "binaryen@$binaryen" >&2; then
      say "It could not be fetched. The browser bundle stays a little larger and works the same."
      return 1
    fi
    printf '%s' "$binaryen" >"$own/version"
  fi
  printf '%s' "$tool"
}
