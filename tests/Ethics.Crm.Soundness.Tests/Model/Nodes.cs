using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>What a node consists of, in the order in which it is evaluated.</summary>
internal static class Nodes
{
    public static IEnumerable<Expression> Expressions(this ProgramModel program) =>
        program.Methods.SelectMany(static method => method.Body).SelectMany(Within);

    public static IEnumerable<Statement> Statements(this ProgramModel program) =>
        program.Methods.SelectMany(static method => method.Body).SelectMany(StatementsWithin);

    /// <summary>The statement and all in it, lambdas included.</summary>
    public static IEnumerable<Statement> StatementsWithin(Statement statement) =>
        [statement, .. Blocks(statement).SelectMany(StatementsWithin), .. Operands(statement).SelectMany(Within).OfType<Lambda>().SelectMany(static l => l.Body).SelectMany(StatementsWithin)];

    /// <summary>All expressions in the statement, those of nested statements and lambdas included.</summary>
    public static IEnumerable<Expression> Within(Statement statement) => [.. Operands(statement).SelectMany(Within), .. Blocks(statement).SelectMany(Within)];

    public static IEnumerable<Expression> Within(Expression expression) =>
        [expression, .. Operands(expression).SelectMany(Within), .. expression is Lambda lambda ? lambda.Body.SelectMany(Within) : []];

    public static IEnumerable<Statement> Blocks(Statement statement) => statement switch
    {
        If branch => branch.Then.Concat(branch.Else),
        Repeat loop => loop.Body,
        ForEach loop => loop.Body,
        Scope scope => scope.Body,
        Try attempt => attempt.Body.Concat(attempt.Handler),
        IfMatch match => match.Body,
        IfHalves match => match.Body,
        Ensure ensure => ensure.Body.Concat(ensure.Final),
        _ => [],
    };

    public static IEnumerable<Expression> Operands(Statement statement) => statement switch
    {
        Declare declare => [declare.Value],
        Assign assign => [assign.Value],
        Store store => Some(store.Target, store.Value),
        Append append => [append.List, append.Value],
        PutEntry put => [put.Table, put.Value],
        Split split => [split.Pair],
        If branch => Operands(branch.Condition),
        ForEach loop => [loop.List],
        Use use => [use.Value],
        Evaluate evaluate => [evaluate.Value],
        Return result => Some(result.Value),
        Yield yield => [yield.Value],
        PutElement put => [put.Array, put.Place, put.Value],
        AppendTo append => [append.Builder, append.Text],
        Refer refer => [refer.To],
        PutThere put => [put.There, put.Value],
        Throw fault => [fault.Text],
        IfMatch match => [match.Object],
        IfHalves match => [match.Whole],
        Try { Filter: { } filter } => Operands(filter),
        _ => [],
    };

    public static IEnumerable<Expression> Operands(Expression expression) => expression switch
    {
        Load load => Some(load.Target),
        Create create => create.Initials.Select(static initial => initial.Value),
        Call call => Some([call.Target, .. call.Arguments]),
        Upcast upcast => [upcast.Operand],
        Derive derive => derive.Operands,
        MakeList list => list.Items,
        ElementAt at => [at.List],
        Gathered gathered => [gathered.Sequence],
        MakeTable table => table.Values,
        Lookup lookup => [lookup.Table],
        MakePair pair => [pair.First, pair.Second],
        HalfOf half => [half.Pair],
        Invoke invoke => Some(invoke.Function, invoke.Argument),
        Await wait => [wait.Promise],
        Choice choice => [.. Operands(choice.Condition), choice.Then, choice.Else],
        Less less => [less.From],
        MakeArray array => array.Items,
        Element element => [element.Array, element.Place],
        MakeBuilder builder => [builder.First],
        Built built => [built.Builder],
        With with => [with.Original, .. with.Changes.Select(static change => change.Value)],
        Match match => [match.Object, match.Result],
        MatchHalves match => [match.Whole, match.Result],
        MakeNameless made => [made.One, made.Other],
        MemberOf part => [part.Whole],
        _ => [],
    };

    public static IEnumerable<Expression> Operands(Condition condition) => condition switch
    {
        EvenLength even => [even.Text],
        Positive positive => [positive.Number],
        _ => [],
    };

    private static IEnumerable<Expression> Some(params IEnumerable<Expression?> expressions) => expressions.OfType<Expression>();
}
