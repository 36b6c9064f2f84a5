//! Lets the program be split into chunks.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The splitter reads in the relocations which function refers to which.
        println!("cargo::rustc-link-arg-bin=hong-kong-ai-explorer=--emit-relocs");
    }
}
