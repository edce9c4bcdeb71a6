/** The machine as a person sees it: a table in 80 columns, a picture, a page. */
package dev.adder.machine.view;
