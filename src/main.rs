//! The browser's entry: load, mount, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hong_kong_ai_explorer::ui::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program runs in a browser; `cargo xtask serve` shows it.");
}
