// The functions of `@shikumi/core/math`, which the host lends to the engine: so both targets have the same bits.

@external("math", "exp")
export declare function exp(x: f64): f64;

@external("math", "expm1")
export declare function expm1(x: f64): f64;

@external("math", "log1p")
export declare function log1p(x: f64): f64;

@external("math", "lnGamma")
export declare function lnGamma(x: f64): f64;

@external("math", "pow")
export declare function pow(x: f64, y: f64): f64;

@external("math", "normalQuantile")
export declare function normalQuantile(p: f64): f64;

@external("math", "gammaQuantile")
export declare function gammaQuantile(p: f64, shape: f64, scale: f64): f64;
