/** Signing in at an organisation's own issuer (OpenID Connect), and the cookies that follow. */
package dev.rolewise.gateway.session;
