/** Signing in, against a small issuer of our own and with a browser that hides nothing. */
package dev.rolewise.gateway.session;
