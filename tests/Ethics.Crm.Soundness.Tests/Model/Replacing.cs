using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>A program with other nodes in place of some of its own. What is not replaced stays the same object where nothing in it changes.</summary>
/// <param name="statements">Statements and what stands in their place, which may be nothing.</param>
internal sealed class Replacing(IReadOnlyDictionary<Statement, ImmutableArray<Statement>> statements, IReadOnlyDictionary<Expression, Expression> expressions)
{
    private IReadOnlyDictionary<string, string>? renamed;

    public static ProgramModel Statement(ProgramModel program, Statement statement, params ImmutableArray<Statement> by) => Statements(program, [statement], by);

    /// <param name="by">Stands in place of the first.</param>
    public static ProgramModel Statements(ProgramModel program, IReadOnlyList<Statement> statements, ImmutableArray<Statement> by) => new Replacing(
        statements.Select((statement, i) => KeyValuePair.Create(statement, i == 0 ? by : [])).ToDictionary((IEqualityComparer<Statement>)ReferenceEqualityComparer.Instance),
        new Dictionary<Expression, Expression>(ReferenceEqualityComparer.Instance)).In(program);

    public static ProgramModel Expressions(ProgramModel program, IEnumerable<KeyValuePair<Expression, Expression>> expressions) => new Replacing(
        new Dictionary<Statement, ImmutableArray<Statement>>(ReferenceEqualityComparer.Instance),
        expressions.ToDictionary((IEqualityComparer<Expression>)ReferenceEqualityComparer.Instance)).In(program);

    /// <summary>The program with another statement in place of each use.</summary>
    public static ProgramModel Uses(ProgramModel program, Func<Use, Statement> by) => new Replacing(
        program.Statements().OfType<Use>().ToDictionary<Use, Statement, ImmutableArray<Statement>>(static use => use, use => [by(use)], ReferenceEqualityComparer.Instance),
        new Dictionary<Expression, Expression>(ReferenceEqualityComparer.Instance)).In(program);

    /// <summary>The same statements with other names of variables.</summary>
    public static ImmutableArray<Statement> Names(ImmutableArray<Statement> block, IReadOnlyDictionary<string, string> names) => new Replacing(
        new Dictionary<Statement, ImmutableArray<Statement>>(ReferenceEqualityComparer.Instance), new Dictionary<Expression, Expression>(ReferenceEqualityComparer.Instance)) { renamed = names }.In(block);

    private string Named(string name) => renamed?.GetValueOrDefault(name) ?? name;

    private ProgramModel In(ProgramModel program) => program with
    {
        Classes = [.. program.Classes.Select(type => type with { Methods = [.. type.Methods.Select(method => method with { Body = In(method.Body) })] })],
    };

    private ImmutableArray<Statement> In(ImmutableArray<Statement> block) =>
        [.. block.SelectMany(statement => statements.TryGetValue(statement, out var by) ? by : [In(statement)])];

    private Statement In(Statement statement) => statement switch
    {
        Declare declare => declare with { Name = Named(declare.Name), Value = In(declare.Value) },
        Assign assign => assign with { Name = Named(assign.Name), Value = In(assign.Value) },
        Store store => store with { Target = Maybe(store.Target), Value = In(store.Value) },
        Append append => append with { List = In(append.List), Value = In(append.Value) },
        PutEntry put => put with { Table = In(put.Table), Value = In(put.Value) },
        Split split => split with { First = Named(split.First), Second = Named(split.Second), Pair = In(split.Pair) },
        If branch => branch with { Condition = In(branch.Condition), Then = In(branch.Then), Else = In(branch.Else) },
        Repeat loop => loop with { Counter = Named(loop.Counter), Body = In(loop.Body) },
        ForEach loop => loop with { Name = Named(loop.Name), List = In(loop.List), Body = In(loop.Body) },
        Scope scope => scope with { Body = In(scope.Body) },
        Use use => use with { Value = In(use.Value) },
        Evaluate evaluate => evaluate with { Value = In(evaluate.Value) },
        Yield yield => new Yield(In(yield.Value)),
        Return give => give with { Value = Maybe(give.Value) },
        PutElement put => put with { Array = In(put.Array), Place = In(put.Place), Value = In(put.Value) },
        AppendTo append => append with { Builder = In(append.Builder), Text = In(append.Text) },
        Refer refer => refer with { Name = Named(refer.Name), To = In(refer.To) },
        PutThere put => new PutThere(In(put.There), In(put.Value)),
        Throw fault => fault with { Text = In(fault.Text) },
        Try attempt => attempt with { Body = In(attempt.Body), Name = Named(attempt.Name), Handler = In(attempt.Handler), Filter = attempt.Filter is null ? null : In(attempt.Filter) },
        Ensure ensure => new Ensure(In(ensure.Body), In(ensure.Final)),
        IfHalves match => new IfHalves(In(match.Whole), Named(match.First), Named(match.Second), In(match.Body)),
        IfMatch match => match with { Name = Named(match.Name), Object = In(match.Object), Body = In(match.Body) },
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
        Gathered gathered => new Gathered(In(gathered.Sequence)),
        MakeTable table => table with { Values = In(table.Values) },
        Lookup lookup => new Lookup(In(lookup.Table), lookup.Key),
        MakePair pair => new MakePair(In(pair.First), In(pair.Second)),
        HalfOf half => new HalfOf(In(half.Pair), half.Second),
        Local local when renamed is not null => local with { Name = Named(local.Name) },
        ByReference reference when renamed is not null => reference with { Name = Named(reference.Name) },
        Caught caught when renamed is not null => caught with { Name = Named(caught.Name) },
        Lambda lambda => lambda with { Parameter = lambda.Parameter is null ? null : Named(lambda.Parameter), Body = In(lambda.Body) },
        Invoke invoke => invoke with { Function = In(invoke.Function), Argument = Maybe(invoke.Argument) },
        Await wait => new Await(In(wait.Promise)),
        Choice choice => new Choice(In(choice.Condition), In(choice.Then), In(choice.Else)) { IsSwitch = choice.IsSwitch },
        Less less => less with { From = In(less.From) },
        MakeArray array => array with { Items = In(array.Items) },
        Element element => new Element(In(element.Array), In(element.Place)),
        MakeBuilder builder => builder with { First = In(builder.First) },
        Built built => built with { Builder = In(built.Builder) },
        With with => new With(In(with.Original), [.. with.Changes.Select(change => change with { Value = In(change.Value) })]),
        Match match => new Match(In(match.Object), match.Owner, match.Member, Named(match.Name), In(match.Result)),
        MatchHalves match => new MatchHalves(In(match.Whole), Named(match.First), Named(match.Second), In(match.Result)),
        MakeNameless made => new MakeNameless(In(made.One), In(made.Other)),
        MemberOf part => part with { Whole = In(part.Whole) },
        _ => expression,
    };

    private Condition In(Condition condition) => condition switch
    {
        EvenLength even => new EvenLength(In(even.Text)),
        Positive positive => new Positive(In(positive.Number)),
        _ => condition,
    };

    private ImmutableArray<Expression> In(ImmutableArray<Expression> several) => [.. several.Select(In)];
}
