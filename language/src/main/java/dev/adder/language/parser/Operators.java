package dev.adder.language.parser;

/** Operators and delimiters: from characters to kinds of tokens. */
final class Operators {
    private Operators() {
    }

    static int one(int c) {
        return switch (c) {
            case '!' -> Tok.EXCLAMATION;
            case '%' -> Tok.PERCENT;
            case '&' -> Tok.AMPER;
            case '(' -> Tok.LPAR;
            case ')' -> Tok.RPAR;
            case '*' -> Tok.STAR;
            case '+' -> Tok.PLUS;
            case ',' -> Tok.COMMA;
            case '-' -> Tok.MINUS;
            case '.' -> Tok.DOT;
            case '/' -> Tok.SLASH;
            case ':' -> Tok.COLON;
            case ';' -> Tok.SEMI;
            case '<' -> Tok.LESS;
            case '=' -> Tok.EQUAL;
            case '>' -> Tok.GREATER;
            case '@' -> Tok.AT;
            case '[' -> Tok.LSQB;
            case ']' -> Tok.RSQB;
            case '^' -> Tok.CIRCUMFLEX;
            case '{' -> Tok.LBRACE;
            case '|' -> Tok.VBAR;
            case '}' -> Tok.RBRACE;
            case '~' -> Tok.TILDE;
            default -> Tok.OP;
        };
    }

    /** 0 where the two are not one operator. */
    static int two(int a, int b) {
        if (b == '=') {
            return switch (a) {
                case '!' -> Tok.NOTEQUAL;
                case '%' -> Tok.PERCENTEQUAL;
                case '&' -> Tok.AMPEREQUAL;
                case '*' -> Tok.STAREQUAL;
                case '+' -> Tok.PLUSEQUAL;
                case '-' -> Tok.MINEQUAL;
                case '/' -> Tok.SLASHEQUAL;
                case ':' -> Tok.COLONEQUAL;
                case '<' -> Tok.LESSEQUAL;
                case '=' -> Tok.EQEQUAL;
                case '>' -> Tok.GREATEREQUAL;
                case '@' -> Tok.ATEQUAL;
                case '^' -> Tok.CIRCUMFLEXEQUAL;
                case '|' -> Tok.VBAREQUAL;
                default -> 0;
            };
        }
        return switch (a) {
            case '*' -> b == '*' ? Tok.DOUBLESTAR : 0;
            case '/' -> b == '/' ? Tok.DOUBLESLASH : 0;
            case '-' -> b == '>' ? Tok.RARROW : 0;
            case '<' -> b == '<' ? Tok.LEFTSHIFT : b == '>' ? Tok.NOTEQUAL : 0;
            case '>' -> b == '>' ? Tok.RIGHTSHIFT : 0;
            default -> 0;
        };
    }

    static int three(int a, int b, int c) {
        if (c != '=') {
            return 0;
        }
        return switch (a) {
            case '*' -> b == '*' ? Tok.DOUBLESTAREQUAL : 0;
            case '/' -> b == '/' ? Tok.DOUBLESLASHEQUAL : 0;
            case '<' -> b == '<' ? Tok.LEFTSHIFTEQUAL : 0;
            case '>' -> b == '>' ? Tok.RIGHTSHIFTEQUAL : 0;
            default -> 0;
        };
    }
}
