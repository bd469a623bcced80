import "@fontsource-variable/noto-sans-jp/index.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/part.css";
import "./style/shell.css";
import "./style/print.css";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.tsx";

const place = document.getElementById("app");
if (place !== null) createRoot(place).render(<App />);
