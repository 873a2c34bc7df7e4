/**
 * The public library as pages that can be read by anybody and anything: search engines, browsers
 * without scripts, people on a slow line. {@link dev.rolewise.gateway.page.LearnPages} mounts them
 * under {@code /nl/…} and {@code /en/…}; every kind of page has a class of its own that says which
 * documents it asks for and what stands on it. The front end has the same screens at the same
 * addresses and takes over once it is there, so both use the same words and the same classes.
 */
package dev.rolewise.gateway.page;
