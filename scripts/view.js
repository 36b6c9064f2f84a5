// The script of a package that tells nobody anything: it only begins where it was packed to begin.
import { begin } from "./launch.js";

begin();
