//! Stands in for the crate of this name, which Leptos brings along for server functions.
//!
//! The real one offers its classes to JavaScript, so that no linker can leave them out: a thirtieth of what the page
//! would load. The explorer has no server and never makes a stream; whoever adds one removes this crate and its line
//! in the workspace's `[patch.crates-io]`.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that is never made.
pub enum ReadableStream {}

impl ReadableStream {
    /// Panics: there are no streams here.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!("the explorer has no streams")
    }

    /// Panics: there are no streams here.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unimplemented!("the explorer has no streams")
    }

    /// The stream as JavaScript has it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// The stream as Rust has it.
    pub fn into_stream(self) -> Self {
        self
    }
}

impl Stream for ReadableStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self {}
    }
}
