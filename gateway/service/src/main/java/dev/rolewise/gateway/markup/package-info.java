/**
 * HTML as values. {@link dev.rolewise.gateway.markup.Element} and {@link
 * dev.rolewise.gateway.markup.Text} are the only ways to write any, and both write what they are
 * given as text: there is no way to put a string in that a browser would read as markup, a script,
 * a style or an address that runs something. What comes out is HTML and well-formed XML alike.
 */
package dev.rolewise.gateway.markup;
