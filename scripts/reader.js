// The worker that reads data sets from elsewhere. The first message brings its WebAssembly, which takes all others.
import { initSync } from "reader";

addEventListener("message", ({ data }) => initSync({ module: data }), { once: true });
