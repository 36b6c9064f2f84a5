//! The browser's entry.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(hong_kong_ai_explorer::App);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: cargo xtask serve");
}
