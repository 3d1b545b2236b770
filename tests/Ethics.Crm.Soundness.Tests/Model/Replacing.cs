using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>A program with other nodes in place of some of its own. What is not replaced stays the same object where nothing in it changes.</summary>
/// <param name="statements">Statements and what stands in their place, which may be nothing.</param>
internal sealed class Replacing(IReadOnlyDictionary<Statement, ImmutableArray<Statement>> statements, IReadOnlyDictionary<Expression, Expression> expressions)
{
    public static ProgramModel Statement(ProgramModel program, Statement statement, params ImmutableArray<Statement> by) => Statements(program, [statement], by);

    /// <param name="by">Stands in place of the first.</param>
    public static ProgramModel Statements(ProgramModel program, IReadOnlyList<Statement> statements, ImmutableArray<Statement> by) => new Replacing(
        statements.Select((statement, i) => KeyValuePair.Create(statement, i == 0 ? by : [])).ToDictionary((IEqualityComparer<Statement>)ReferenceEqualityComparer.Instance),
        new Dictionary<Expression, Expression>(ReferenceEqualityComparer.Instance)).In(program);

    public static ProgramModel Expressions(ProgramModel program, IEnumerable<KeyValuePair<Expression, Expression>> expressions) => new Replacing(
        new Dictionary<Statement, ImmutableArray<Statement>>(ReferenceEqualityComparer.Instance),
        expressions.ToDictionary((IEqualityComparer<Expression>)ReferenceEqualityComparer.Instance)).In(program);

    private ProgramModel In(ProgramModel program) => program with
    {
        Classes = [.. program.Classes.Select(type => type with { Methods = [.. type.Methods.Select(method => method with { Body = In(method.Body) })] })],
    };

    private ImmutableArray<Statement> In(ImmutableArray<Statement> block) =>
        [.. block.SelectMany(statement => statements.TryGetValue(statement, out var by) ? by : [In(statement)])];

    private Statement In(Statement statement) => statement switch
    {
        Declare declare => declare with { Value = In(declare.Value) },
        Assign assign => assign with { Value = In(assign.Value) },
        Store store => store with { Target = Maybe(store.Target), Value = In(store.Value) },
        Append append => append with { List = In(append.List), Value = In(append.Value) },
        PutEntry put => put with { Table = In(put.Table), Value = In(put.Value) },
        Split split => split with { Pair = In(split.Pair) },
        If branch => branch with { Condition = In(branch.Condition), Then = In(branch.Then), Else = In(branch.Else) },
        Repeat loop => loop with { Body = In(loop.Body) },
        ForEach loop => loop with { List = In(loop.List), Body = In(loop.Body) },
        Scope scope => scope with { Body = In(scope.Body) },
        Use use => use with { Value = In(use.Value) },
        Evaluate evaluate => evaluate with { Value = In(evaluate.Value) },
        Return give => give with { Value = Maybe(give.Value) },
        _ => throw new InvalidOperationException(statement.ToString()),
    };

    private Expression? Maybe(Expression? expression) => expression is null ? null : In(expression);

    // What takes its type from its parts is made anew, because a copy would keep the old one.
    private Expression In(Expression expression) => expressions.TryGetValue(expression, out var by) ? by : expression switch
    {
        Load load => load with { Target = Maybe(load.Target) },
        Create create => create with { Initials = [.. create.Initials.Select(initial => initial with { Value = In(initial.Value) })] },
        Call call => call with { Target = Maybe(call.Target), Arguments = In(call.Arguments) },
        Upcast upcast => upcast with { Operand = In(upcast.Operand) },
        Derive derive => derive with { Operands = In(derive.Operands) },
        MakeList list => list with { Items = In(list.Items) },
        ElementAt at => new ElementAt(In(at.List), at.Last),
        MakeTable table => table with { Values = In(table.Values) },
        Lookup lookup => new Lookup(In(lookup.Table), lookup.Key),
        MakePair pair => new MakePair(In(pair.First), In(pair.Second)),
        HalfOf half => new HalfOf(In(half.Pair), half.Second),
        Lambda lambda => lambda with { Body = In(lambda.Body) },
        Invoke invoke => invoke with { Function = In(invoke.Function), Argument = Maybe(invoke.Argument) },
        Await wait => new Await(In(wait.Promise)),
        Choice choice => new Choice(In(choice.Condition), In(choice.Then), In(choice.Else)),
        _ => expression,
    };

    private Condition In(Condition condition) => condition is EvenLength even ? new EvenLength(In(even.Text)) : condition;

    private ImmutableArray<Expression> In(ImmutableArray<Expression> several) => [.. several.Select(In)];
}
