package sst.runner.ui;

import java.io.PrintStream;

/**
 * The terminal as it was found.
 *
 * @param width columns
 * @param colour whether escape codes are wanted
 * @param live whether lines may be redrawn
 */
public record Screen(PrintStream out, PrintStream err, int width, boolean colour, boolean live) {}
