package dev.adder.language.parser;

/**
 * The language as a parsing expression grammar, for the explanation of errors. Order matters in it as it does in CPython
 * 3.14's own grammar: which rules are tried, and which tokens they read, decides what an error says and where it points.
 *
 * <p>Notation: {@code 'x'} a keyword or operator, {@code "x"} a soft keyword, {@code x?}, {@code x*}, {@code x+},
 * {@code x%','} one or more with a separator, {@code &x} and {@code !x} look ahead, {@code ~} no way back,
 * {@code #'x'} must follow, {@code a:x} names an item. After {@code ->} stands the kind of the node made (without one, a
 * single item's own node), {@code $a} for the node so named, or a complaint: its form, the items it points at, its text
 * (with {@code {a}} for what an expression is called, {@code {a.line}}, {@code {a.text}}), or {@code @name} for code of
 * {@link ErrorActions}. Rules named {@code bad_...} are tried only when the text is known to be wrong. Marks before
 * {@code =}: {@code memo}, {@code left} (recursive), {@code quiet} (no bad rules below).
 */
final class ErrorGrammar {
    private ErrorGrammar() {
    }

    static final String TEXT = """
        file = statements? ENDMARKER
        interactive = statement_newline
        eval = expressions NEWLINE* ENDMARKER
        func_type = '(' type_list? ')' '->' expression NEWLINE* ENDMARKER

        statements = statement+
        statement = compound | simple_list
        statement_newline = compound NEWLINE | simple_list | NEWLINE | ENDMARKER -> @fail
        simple_list = simple !';' NEWLINE | simple%';' ';'? NEWLINE
        simple memo = assignment | &"type" type_alias | &('import' | 'from') import_stmt
            | star_expressions -> Statement
            | &'return' return_stmt | &'raise' raise_stmt | &'pass' pass_stmt
            | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt | &'break' break_stmt
            | &'continue' continue_stmt | &'global' global_stmt | &'nonlocal' nonlocal_stmt
        compound = &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
            | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt
            | match_stmt

        assignment = NAME ':' expression ann_value?
            | ('(' single_target ')' | single_sub_attr) ':' expression ann_value?
            | assign_to+ annotated_rhs !'=' TYPE_COMMENT?
            | single_target augassign ~ annotated_rhs
            | bad_assignment
        ann_value = '=' annotated_rhs
        assign_to = star_targets '='
        annotated_rhs = yield_expr | star_expressions
        augassign = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
        return_stmt = 'return' star_expressions?
        raise_stmt = 'raise' expression ('from' expression)? | 'raise'
        pass_stmt = 'pass' -> Statement
        break_stmt = 'break' -> Statement
        continue_stmt = 'continue' -> Statement
        global_stmt = 'global' NAME%','
        nonlocal_stmt = 'nonlocal' NAME%','
        del_stmt = 'del' del_targets &(';' | NEWLINE) | bad_del
        assert_stmt = 'assert' expression (',' expression)?
        import_stmt = bad_import | import_name | import_from
        import_name = 'import' dotted_as_names
        import_from = 'from' ('.' | '...')* m:dotted_name 'import' t:import_targets -> @future
            | 'from' ('.' | '...')+ 'import' import_targets
        import_targets = '(' import_as_names ','? ')' | import_as_names !',' | '*' | bad_import_targets
        import_as_names = import_as_name%','
        import_as_name = bad_import_as | NAME ('as' NAME)? -> Alias
        dotted_as_names = dotted_as_name%','
        dotted_as_name = bad_dotted_as | dotted_name ('as' NAME)?
        dotted_name left = dotted_name '.' NAME -> Dotted | NAME

        block memo = NEWLINE INDENT statements DEDENT | simple_list | bad_block
        decorators = ('@' named NEWLINE)+
        class_def = decorators class_raw | class_raw
        class_raw = bad_class | 'class' NAME type_params? ('(' arguments? ')')? ':' block
        function_def = decorators function_raw | function_raw
        function_raw = bad_def
            | 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' func_comment? block
            | 'async' 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' func_comment? block
        func_comment = NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | bad_double_comments | TYPE_COMMENT

        params = bad_params | parameters
        parameters = slash_plain param_plain* param_default* star_etc?
            | slash_default param_default* star_etc?
            | param_plain+ param_default* star_etc?
            | param_default+ star_etc?
            | star_etc
        slash_plain = param_plain+ '/' ',' | param_plain+ '/' &')'
        slash_default = param_plain* param_default+ '/' ',' | param_plain* param_default+ '/' &')'
        star_etc = bad_star_etc | '*' param_plain param_maybe* kwds? | '*' param_plain_star param_maybe* kwds?
            | '*' ',' param_maybe+ kwds? | kwds
        kwds = bad_kwds | '**' param_plain
        param_plain = a:param ',' TYPE_COMMENT? -> $a | a:param TYPE_COMMENT? &')' -> $a
        param_plain_star = param_star ',' TYPE_COMMENT? | param_star TYPE_COMMENT? &')'
        param_default = param default ',' TYPE_COMMENT? | param default TYPE_COMMENT? &')'
        param_maybe = param default? ',' TYPE_COMMENT? | param default? TYPE_COMMENT? &')'
        param = NAME annotation? -> Param
        param_star = NAME ':' star_expression
        annotation = ':' expression
        default = '=' expression | bad_default

        if_stmt = bad_if | 'if' named ':' block elif_stmt | 'if' named ':' block else_block?
        elif_stmt = bad_elif | 'elif' named ':' block elif_stmt | 'elif' named ':' block else_block?
        else_block = bad_else | 'else' #':' block
        while_stmt = bad_while | 'while' named ':' block else_block?
        for_stmt = bad_for
            | 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block?
            | 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block?
            | bad_for_target
        with_stmt = bad_with_indent
            | 'with' '(' with_item%',' ','? ')' ':' TYPE_COMMENT? block
            | 'with' with_item%',' ':' TYPE_COMMENT? block
            | 'async' 'with' '(' with_item%',' ','? ')' ':' block
            | 'async' 'with' with_item%',' ':' TYPE_COMMENT? block
            | bad_with
        with_item = expression 'as' star_target &(',' | ')' | ':') | bad_with_item | expression
        try_stmt = bad_try
            | 'try' #':' block finally_block
            | 'try' #':' block except_block+ else_block? finally_block?
            | 'try' #':' block except_star_block+ else_block? finally_block?
        except_block = bad_except_indent
            | 'except' expression ':' block
            | 'except' expression 'as' NAME ':' block
            | 'except' expressions ':' block
            | 'except' ':' block
            | bad_except
        except_star_block = bad_except_star_indent
            | 'except' '*' expression ':' block
            | 'except' '*' expression 'as' NAME ':' block
            | 'except' '*' expressions ':' block
            | bad_except_star
        finally_block = bad_finally | 'finally' #':' block

        match_stmt = "match" subject ':' NEWLINE INDENT case_block+ DEDENT | bad_match
        subject = star_named ',' star_nameds? | named
        case_block = bad_case | "case" patterns guard? ':' block
        guard = 'if' named
        patterns = open_sequence | pattern
        pattern = as_pattern | or_pattern
        as_pattern = or_pattern 'as' capture_target | bad_as_pattern
        or_pattern = closed_pattern%'|' -> Pattern
        closed_pattern memo = literal_pattern | capture_pattern | wildcard | value_pattern | group_pattern
            | sequence_pattern | mapping_pattern | class_pattern
        literal_pattern = signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
        literal_expr = signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
        complex_number = signed_real '+' imaginary | signed_real '-' imaginary
        signed_number = number | '-' number
        signed_real = real | '-' real
        real = a:number -> @real
        imaginary = a:number -> @imaginary
        capture_pattern = capture_target
        capture_target = !"_" a:NAME !('.' | '(' | '=') -> $a
        wildcard = "_"
        value_pattern = attr !('.' | '(' | '=')
        attr left = name_or_attr '.' NAME -> Attribute
        name_or_attr = attr | NAME
        group_pattern = '(' pattern ')'
        sequence_pattern = '[' maybe_sequence? ']' | '(' open_sequence? ')'
        open_sequence = maybe_star ',' maybe_sequence?
        maybe_sequence = maybe_star%',' ','?
        maybe_star = star_pattern | pattern
        star_pattern memo = '*' capture_target | '*' wildcard
        mapping_pattern = '{' '}' | '{' double_star ','? '}' | '{' items ',' double_star ','? '}' | '{' items ','? '}'
        items = item_pattern%','
        item_pattern = (literal_expr | attr) ':' pattern
        double_star = '**' capture_target
        class_pattern = name_or_attr '(' ')' | name_or_attr '(' positionals ','? ')'
            | name_or_attr '(' keyword_patterns ','? ')'
            | name_or_attr '(' positionals ',' keyword_patterns ','? ')'
            | bad_class_pattern
        positionals = pattern%','
        keyword_patterns = keyword_pattern%','
        keyword_pattern = NAME '=' pattern

        type_alias = "type" NAME type_params? '=' expression
        type_params = bad_type_params | '[' type_param_list ']'
        type_param_list = type_param%',' ','?
        type_param memo = NAME (':' expression)? ('=' expression)?
            | bad_type_param
            | '*' NAME ('=' star_expression)?
            | '**' NAME ('=' expression)?
        bad_type_param = '*' NAME a:':' e:expression -> @bound TypeVarTuple
            | '**' NAME a:':' e:expression -> @bound ParamSpec

        expressions = expression (',' expression)+ ','? -> Tuple | expression ',' -> Tuple | expression
        expression memo = bad_expression | bad_legacy
            | disjunction 'if' disjunction 'else' expression -> IfExp
            | disjunction | lambda
        yield_expr = 'yield' 'from' expression -> Yield | 'yield' star_expressions? -> Yield
        star_expressions = star_expression (',' star_expression)+ ','? -> Tuple | star_expression ',' -> Tuple
            | star_expression
        star_expression memo = '*' bitwise_or -> Starred | expression
        star_nameds = a:star_named%',' ','? -> $a
        star_named = '*' bitwise_or -> Starred | named
        assignment_expression = NAME ':=' ~ expression -> NamedExpr
        named = assignment_expression | bad_named | a:expression !':=' -> $a
        disjunction memo = conjunction ('or' conjunction)+ -> BoolOp | conjunction
        conjunction memo = inversion ('and' inversion)+ -> BoolOp | inversion
        inversion memo = 'not' inversion -> UnaryOp | comparison
        comparison = bitwise_or compare_pair+ -> Compare | bitwise_or
        compare_pair = '==' bitwise_or | noteq bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or
            | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or -> In | 'is' 'not' bitwise_or | 'is' bitwise_or
        noteq = a:'!=' -> @noteq
        bitwise_or left = bitwise_or '|' bitwise_xor -> BinOp | bitwise_xor
        bitwise_xor left = bitwise_xor '^' bitwise_and -> BinOp | bitwise_and
        bitwise_and left = bitwise_and '&' shift -> BinOp | shift
        shift left = shift '<<' sum -> BinOp | shift '>>' sum -> BinOp | bad_arithmetic | sum
        sum left = sum '+' term -> BinOp | sum '-' term -> BinOp | term
        term left = term '*' factor -> BinOp | term '/' factor -> BinOp | term '//' factor -> BinOp
            | term '%' factor -> BinOp | term '@' factor -> BinOp | bad_factor | factor
        factor memo = '+' factor -> UnaryOp | '-' factor -> UnaryOp | '~' factor -> UnaryOp | power
        power = await_primary '**' factor -> BinOp | await_primary
        await_primary memo = 'await' primary -> Await | primary
        primary left = primary '.' NAME -> Attribute | primary genexp -> Call | primary '(' arguments? ')' -> Call
            | primary '[' slices ']' -> Subscript | atom
        slices = slice !',' | (slice | starred)%',' ','?
        slice = expression? ':' expression? (':' expression?)? | named
        atom = name | 'True' -> True | 'False' -> False | 'None' -> None
            | &(STRING | FSTRING_START | TSTRING_START) strings | number
            | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp)
            | '...' -> Ellipsis
        name = NAME -> Name
        number = a:NUMBER -> @number
        group = '(' a:(yield_expr | named) ')' -> $a | bad_group

        lambda = 'lambda' lambda_params? ':' expression -> Lambda
        lambda_params = bad_lambda_params | lambda_parameters
        lambda_parameters = lslash_plain lparam_plain* lparam_default* lstar_etc?
            | lslash_default lparam_default* lstar_etc?
            | lparam_plain+ lparam_default* lstar_etc?
            | lparam_default+ lstar_etc?
            | lstar_etc
        lslash_plain = lparam_plain+ '/' ',' | lparam_plain+ '/' &':'
        lslash_default = lparam_plain* lparam_default+ '/' ',' | lparam_plain* lparam_default+ '/' &':'
        lstar_etc = bad_lstar_etc | '*' lparam_plain lparam_maybe* lkwds? | '*' ',' lparam_maybe+ lkwds? | lkwds
        lkwds = bad_lkwds | '**' lparam_plain
        lparam_plain = a:lparam ',' -> $a | a:lparam &':' -> $a
        lparam_default = lparam default ',' | lparam default &':'
        lparam_maybe = lparam default? ',' | lparam default? &':'
        lparam = NAME -> Param

        fmiddle = ffield | FSTRING_MIDDLE
        ffield = '{' annotated_rhs '='? conversion? fspec? '}' | bad_ffield
        conversion = a:'!' b:NAME -> @conversion
        fspec = ':' fspec_part*
        fspec_part = FSTRING_MIDDLE | ffield
        fstring = FSTRING_START fmiddle* FSTRING_END -> @fstring
        tspec_field = '{' annotated_rhs '='? conversion? tspec? '}' | bad_tfield
        tspec_part = TSTRING_MIDDLE | tspec_field
        tspec = ':' tspec_part*
        tfield = '{' annotated_rhs '='? conversion? tspec? '}' | bad_tfield
        tmiddle = tfield | TSTRING_MIDDLE
        tstring memo = TSTRING_START tmiddle* TSTRING_END -> @fstring
        string = STRING -> @string
        strings memo = bad_concat | a:(fstring | string)+ -> @strings | tstring+ -> TemplateStr

        list = '[' star_nameds? ']' -> List
        tuple = '(' (star_named ',' star_nameds?)? ')' -> Tuple
        set = '{' star_nameds '}' -> Set
        dict = '{' pairs? '}' -> Dict | '{' bad_pairs '}'
        pairs = pair%',' ','?
        pair = '**' bitwise_or | kvpair
        kvpair = expression ':' expression
        clauses = clause+ -> Clauses
        clause = 'async' 'for' star_targets 'in' ~ disjunction clause_if* -> Clause
            | 'for' star_targets 'in' ~ disjunction clause_if* -> Clause
            | bad_clause | bad_for_target
        clause_if = 'if' a:disjunction -> $a
        listcomp = '[' named clauses ']' -> ListComp | bad_comprehension
        setcomp = '{' named clauses '}' -> SetComp | bad_comprehension
        genexp = '(' (assignment_expression | expression !':=') clauses ')' -> GeneratorExp | bad_comprehension
        dictcomp = '{' kvpair clauses '}' -> DictComp | bad_dict_comprehension

        arguments memo = a:args ','? &')' -> $a | bad_arguments
        args = argument%',' (',' kwargs)? -> Args | kwargs -> Args
        argument = starred | a:(assignment_expression | expression !':=') !'=' -> $a
        kwargs = kwarg_starred%',' ',' kwarg_double%',' | kwarg_starred%',' | kwarg_double%','
        starred = bad_starred_unpack | '*' expression -> Starred | bad_starred
        kwarg_starred = bad_kwarg | NAME '=' expression -> Keyword | starred
        kwarg_double = bad_kwarg | NAME '=' expression -> Keyword | '**' expression -> Unpacking

        star_targets = a:star_target !',' -> $a | star_target (',' star_target)* ','? -> Tuple
        star_targets_list = star_target%',' ','?
        star_targets_tuple = star_target (',' star_target)+ ','? | star_target ','
        star_target memo = '*' (!'*' star_target) -> Starred | target_atom
        target_atom memo = t_primary '.' NAME !t_look -> Attribute | t_primary '[' slices ']' !t_look -> Subscript
            | star_atom
        star_atom = name | '(' a:target_atom ')' -> $a | '(' star_targets_tuple? ')' -> Tuple
            | '[' star_targets_list? ']' -> List
        single_target = single_sub_attr | name | '(' a:single_target ')' -> $a
        single_sub_attr = t_primary '.' NAME !t_look -> Attribute | t_primary '[' slices ']' !t_look -> Subscript
        t_primary left = t_primary '.' NAME &t_look -> Attribute | t_primary '[' slices ']' &t_look -> Subscript
            | t_primary genexp &t_look -> Call | t_primary '(' arguments? ')' &t_look -> Call | a:atom &t_look -> $a
        t_look = '(' | '[' | '.'
        del_targets = del_target%',' ','?
        del_target memo = t_primary '.' NAME !t_look -> Attribute | t_primary '[' slices ']' !t_look -> Subscript
            | del_atom
        del_atom = name | '(' a:del_target ')' -> $a | '(' del_targets? ')' -> Tuple | '[' del_targets? ']' -> List
        type_list = expression%',' ',' '*' expression ',' '**' expression | expression%',' ',' '*' expression
            | expression%',' ',' '**' expression | '*' expression ',' '**' expression | '*' expression
            | '**' expression | expression%','

        bad_arguments = ((argument%',' ',' kwargs) | kwargs) a:',' (starred !'=')%','
                -> from a: iterable argument unpacking follows keyword argument unpacking
            | a:expression b:clauses ',' (args | expression clauses)? -> @genexp
            | a:NAME b:'=' expression clauses -> range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
            | (args ',')? a:NAME b:'=' &(',' | ')') -> range a b: expected argument value expression
            | a:args b:clauses -> @lastgenexp
            | args ',' a:expression b:clauses -> @genexp
            | a:args ',' args -> @positional
        bad_kwarg = a:('True' | 'False' | 'None') b:'=' -> range a b: cannot assign to {a.text}
            | a:NAME b:'=' expression clauses -> range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
            | !(NAME '=') a:expression b:'='
                -> range a b: expression cannot contain assignment, perhaps you meant "=="?
            | a:'**' expression '=' b:expression -> range a b: cannot assign to keyword argument unpacking
        quiet_expression quiet = disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambda
        bad_legacy = a:name !'(' b:star_expressions -> @legacy
        bad_expression = STRING a:(!STRING quiet_expression)+ STRING
                -> seq a: invalid syntax. Is this intended to be part of the string?
            | !(NAME STRING | SOFT_KEYWORD) a:disjunction b:quiet_expression -> @comma
            | a:disjunction 'if' b:disjunction !('else' | ':') -> range a b: expected 'else' after 'if' expression
            | a:disjunction 'if' b:disjunction 'else' !expression
                -> next: expected expression after 'else', but statement is given
            | a:(pass_stmt | break_stmt | continue_stmt) 'if' disjunction 'else' simple
                -> at a: expected expression before 'if', but statement is given
            | a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE
                -> range a b: f-string: lambda expressions are not allowed without parentheses
            | a:'lambda' lambda_params? b:':' &TSTRING_MIDDLE
                -> range a b: t-string: lambda expressions are not allowed without parentheses
        bad_named memo = a:expression ':=' expression -> at a: cannot use assignment expressions with {a}
            | a:NAME '=' b:bitwise_or !('=' | ':=')
                -> range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
            | !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or '=' bitwise_or !('=' | ':=')
                -> at a: cannot assign to {a} here. Maybe you meant '==' instead of '='?
        bad_assignment = a:bad_ann_target ':' expression -> at a: only single target (not {a}) can be annotated
            | a:star_named ',' star_nameds* ':' expression -> at a: only single target (not tuple) can be annotated
            | a:expression ':' expression -> at a: illegal target for annotation
            | (star_targets '=')* a:star_expressions '=' -> @target assign
            | (star_targets '=')* a:yield_expr '=' -> at a: assignment to yield expression not possible
            | a:star_expressions augassign annotated_rhs
                -> at a: '{a}' is an illegal expression for augmented assignment
        bad_ann_target = list | tuple | '(' a:bad_ann_target ')' -> $a
        bad_del = 'del' a:star_expressions -> @target delete
        bad_block = NEWLINE !INDENT -> indent: expected an indented block
        bad_comprehension = ('[' | '(' | '{') a:starred clauses
                -> at a: iterable unpacking cannot be used in comprehension
            | ('[' | '{') a:star_named ',' b:star_nameds clauses
                -> rangeseq a b: did you forget parentheses around the comprehension target?
            | ('[' | '{') a:star_named b:',' clauses
                -> range a b: did you forget parentheses around the comprehension target?
        bad_dict_comprehension = '{' a:'**' bitwise_or clauses '}'
                -> at a: dict unpacking cannot be used in dict comprehension
        bad_params = a:'/' ',' -> at a: at least one argument must precede /
            | (slash_plain | slash_default) param_maybe* a:'/' -> at a: / may appear only once
            | slash_plain? param_plain* (slash_default | param_default+) a:param_plain
                -> at a: parameter without a default follows parameter with a default
            | param_plain* a:'(' param_plain+ ','? b:')' -> range a b: Function parameters cannot be parenthesized
            | (slash_plain | slash_default)? param_maybe* '*' (',' | param_plain) param_maybe* a:'/'
                -> at a: / must be ahead of *
            | param_maybe+ '/' a:'*' -> at a: expected comma between / and *
        bad_default = a:'=' &(')' | ',') -> at a: expected default value expression
        bad_star_etc = a:'*' (')' | ',' (')' | '**')) -> at a: named arguments must follow bare *
            | '*' ',' TYPE_COMMENT -> last: bare * has associated type comment
            | '*' param a:'=' -> at a: var-positional argument cannot have default value
            | '*' (param_plain | ',') param_maybe* a:'*' (param_plain | ',') -> at a: * argument may appear only once
        bad_kwds = '**' param a:'=' -> at a: var-keyword argument cannot have default value
            | '**' param ',' a:param -> at a: arguments cannot follow var-keyword argument
            | '**' param ',' a:('*' | '**' | '/') -> at a: arguments cannot follow var-keyword argument
        bad_lambda_params = a:'/' ',' -> at a: at least one argument must precede /
            | (lslash_plain | lslash_default) lparam_maybe* a:'/' -> at a: / may appear only once
            | lslash_plain? lparam_plain* (lslash_default | lparam_default+) a:lparam_plain
                -> at a: parameter without a default follows parameter with a default
            | lparam_plain* a:'(' lparam%',' ','? b:')'
                -> range a b: Lambda expression parameters cannot be parenthesized
            | (lslash_plain | lslash_default)? lparam_maybe* '*' (',' | lparam_plain) lparam_maybe* a:'/'
                -> at a: / must be ahead of *
            | lparam_maybe+ '/' a:'*' -> at a: expected comma between / and *
        bad_lstar_etc = '*' (':' | ',' (':' | '**')) -> last: named arguments must follow bare *
            | '*' lparam a:'=' -> at a: var-positional argument cannot have default value
            | '*' (lparam_plain | ',') lparam_maybe* a:'*' (lparam_plain | ',')
                -> at a: * argument may appear only once
        bad_lkwds = '**' lparam a:'=' -> at a: var-keyword argument cannot have default value
            | '**' lparam ',' a:lparam -> at a: arguments cannot follow var-keyword argument
            | '**' lparam ',' a:('*' | '**' | '/') -> at a: arguments cannot follow var-keyword argument
        bad_double_comments = TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT
                -> last: Cannot have two type comments on def
        bad_with_item = expression 'as' a:expression &(',' | ')' | ':') -> @target assign
        bad_clause = 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'
                -> last: 'in' expected after for-loop variables
        bad_for_target = 'async'? 'for' a:star_expressions -> @target for
        bad_group = '(' a:starred ')' -> at a: cannot use starred expression here
            | '(' a:'**' expression ')' -> at a: cannot use double starred expression here
        bad_import = a:'import' dotted_name%',' 'from' dotted_name
                -> from a: Did you mean to use 'from ... import ...' instead?
            | 'import' a:NEWLINE -> from a: Expected one or more names after 'import'
        bad_dotted_as = dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression
                -> at a: cannot use {a} as import target
        bad_import_as = NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression
                -> at a: cannot use {a} as import target
        bad_import_targets = import_as_names ',' NEWLINE
                -> last: trailing comma not allowed without surrounding parentheses
            | a:NEWLINE -> from a: Expected one or more names after 'import'
        bad_with = 'async'? 'with' (expression ('as' star_target)?)%',' NEWLINE -> last: expected ':'
            | 'async'? 'with' '(' (expressions ('as' star_target)?)%',' ','? ')' NEWLINE -> last: expected ':'
        bad_with_indent = 'async'? a:'with' (expression ('as' star_target)?)%',' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'with' statement on line {a.line}
            | 'async'? a:'with' '(' (expressions ('as' star_target)?)%',' ','? ')' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'with' statement on line {a.line}
        bad_try = a:'try' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'try' statement on line {a.line}
            | 'try' ':' block !('except' | 'finally') -> last: expected 'except' or 'finally' block
            | 'try' ':' block* except_block+ a:'except' b:'*' expression ('as' NAME)? ':'
                -> range a b: cannot have both 'except' and 'except*' on the same 'try'
            | 'try' ':' block* except_star_block+ a:'except' (expression ('as' NAME)?)? ':'
                -> at a: cannot have both 'except' and 'except*' on the same 'try'
        bad_except = 'except' a:expression ',' expressions 'as' NAME ':'
                -> from a: multiple exception types must be parenthesized when using 'as'
            | 'except' expression ('as' NAME)? NEWLINE -> last: expected ':'
            | 'except' NEWLINE -> last: expected ':'
            | 'except' expression 'as' a:expression ':' block -> at a: cannot use except statement with {a}
        bad_except_star = 'except' '*' a:expression ',' expressions 'as' NAME ':'
                -> from a: multiple exception types must be parenthesized when using 'as'
            | 'except' '*' expression ('as' NAME)? NEWLINE -> last: expected ':'
            | 'except' '*' (NEWLINE | ':') -> last: expected one or more exception types
            | 'except' '*' expression 'as' a:expression ':' block -> at a: cannot use except* statement with {a}
        bad_finally = a:'finally' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'finally' statement on line {a.line}
        bad_except_indent = a:'except' expression ('as' NAME)? ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'except' statement on line {a.line}
            | a:'except' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'except' statement on line {a.line}
        bad_except_star_indent = a:'except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'except*' statement on line {a.line}
        bad_match = "match" subject NEWLINE -> last: expected ':'
            | a:"match" subject ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'match' statement on line {a.line}
        bad_case = "case" patterns guard? NEWLINE -> last: expected ':'
            | a:"case" patterns guard? ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'case' statement on line {a.line}
        bad_as_pattern = or_pattern 'as' a:"_" -> at a: cannot use '_' as a target
            | or_pattern 'as' a:expression -> at a: cannot use {a} as pattern target
        bad_class_pattern = name_or_attr '(' (positionals ',')? keyword_patterns ',' a:positionals
                -> seq a: positional patterns follow keyword patterns
        bad_if = 'if' named NEWLINE -> last: expected ':'
            | a:'if' named ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'if' statement on line {a.line}
        bad_elif = 'elif' named NEWLINE -> last: expected ':'
            | a:'elif' named ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'elif' statement on line {a.line}
        bad_else = a:'else' ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'else' statement on line {a.line}
            | 'else' ':' block 'elif' -> last: 'elif' block follows an 'else' block
        bad_while = 'while' named NEWLINE -> last: expected ':'
            | a:'while' named ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'while' statement on line {a.line}
        bad_for = 'async'? 'for' star_targets 'in' star_expressions NEWLINE -> last: expected ':'
            | 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
                -> indent: expected an indented block after 'for' statement on line {a.line}
        bad_def = 'async'? a:'def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT
                -> indent: expected an indented block after function definition on line {a.line}
            | 'async'? 'def' NAME type_params? #'(' params? ')' ('->' expression)? #':' func_comment? block
        bad_class = 'class' NAME type_params? ('(' arguments? ')')? NEWLINE -> last: expected ':'
            | a:'class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT
                -> indent: expected an indented block after class definition on line {a.line}
        bad_pairs = pair%',' ',' bad_kvpair
            | expression ':' a:'*' bitwise_or -> from a: cannot use a starred expression in a dictionary value
            | expression a:':' &('}' | ',') -> at a: expression expected after dictionary key and ':'
        bad_kvpair = a:expression !':' -> @colon
            | expression ':' a:'*' bitwise_or -> from a: cannot use a starred expression in a dictionary value
            | expression a:':' &('}' | ',') -> at a: expression expected after dictionary key and ':'
        bad_starred_unpack = a:'*' expression '=' b:expression
                -> range a b: cannot assign to iterable argument unpacking
        bad_starred = '*' -> last: Invalid star expression
        bad_ffield = '{' a:'=' -> at a: f-string: valid expression required before '='
            | '{' a:'!' -> at a: f-string: valid expression required before '!'
            | '{' a:':' -> at a: f-string: valid expression required before ':'
            | '{' a:'}' -> at a: f-string: valid expression required before '}'
            | '{' !annotated_rhs -> next: f-string: expecting a valid expression after '{'
            | '{' annotated_rhs !('=' | '!' | ':' | '}') -> next: f-string: expecting '=', or '!', or ':', or '}'
            | '{' annotated_rhs '=' !('!' | ':' | '}') -> next: f-string: expecting '!', or ':', or '}'
            | '{' annotated_rhs '='? bad_fconversion
            | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> next: f-string: expecting ':' or '}'
            | '{' annotated_rhs '='? ('!' NAME)? ':' fspec_part* !'}' -> next: f-string: expecting '}', or format specs
            | '{' annotated_rhs '='? ('!' NAME)? !'}' -> next: f-string: expecting '}'
        bad_fconversion = '!' &(':' | '}') -> next: f-string: missing conversion character
            | '!' !NAME -> next: f-string: invalid conversion character
        bad_tfield = '{' a:'=' -> at a: t-string: valid expression required before '='
            | '{' a:'!' -> at a: t-string: valid expression required before '!'
            | '{' a:':' -> at a: t-string: valid expression required before ':'
            | '{' a:'}' -> at a: t-string: valid expression required before '}'
            | '{' !annotated_rhs -> next: t-string: expecting a valid expression after '{'
            | '{' annotated_rhs !('=' | '!' | ':' | '}') -> next: t-string: expecting '=', or '!', or ':', or '}'
            | '{' annotated_rhs '=' !('!' | ':' | '}') -> next: t-string: expecting '!', or ':', or '}'
            | '{' annotated_rhs '='? bad_tconversion
            | '{' annotated_rhs '='? ('!' NAME)? !(':' | '}') -> next: t-string: expecting ':' or '}'
            | '{' annotated_rhs '='? ('!' NAME)? ':' fspec_part* !'}' -> next: t-string: expecting '}', or format specs
            | '{' annotated_rhs '='? ('!' NAME)? !'}' -> next: t-string: expecting '}'
        bad_tconversion = '!' &(':' | '}') -> next: t-string: missing conversion character
            | '!' !NAME -> next: t-string: invalid conversion character
        bad_concat = a:(fstring | string)+ b:tstring
                -> seqrange a b: cannot mix t-string literals with string or bytes literals
            | a:tstring+ b:(fstring | string)
                -> seqrange a b: cannot mix t-string literals with string or bytes literals
        bad_arithmetic = sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion
                -> range a b: 'not' after an operator must be parenthesized
        bad_factor = ('+' | '-' | '~') a:'not' b:factor -> range a b: 'not' after an operator must be parenthesized
        bad_type_params = '[' a:']' -> from a: Type parameter list cannot be empty
        """;
}
