using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>Which constructs a program is made of.</summary>
internal static class ConstructsOf
{
    public static ImmutableHashSet<Construct> Program(ProgramModel program) =>
    [
        .. program.Statements().SelectMany(statement => Of(program, statement)),
        .. program.Expressions().SelectMany(expression => Of(program, expression)),
        .. program.Methods.SelectMany(static method => Of(method)),
        .. program.Methods.SelectMany(static method => method.Body.SelectMany(Nodes.Within).OfType<Invoke>().SelectMany(invoke => Of(method, invoke))),
        .. program.Classes.SelectMany(static type => Of(type)),
        .. program.Methods.SelectMany(static method => Captures(method.Body)),
        .. Recursion(program),
    ];

    private static IEnumerable<Construct> Of(MethodModel method)
    {
        if (!method.Parameters.IsEmpty)
            yield return Construct.Arguments;
        if (method.Returns != ModelType.Nothing)
            yield return Construct.Returns;
        if (method.IsAsync)
            yield return Construct.Async;
        if (method.Anonymizes)
            yield return Construct.Anonymizers;
        if (method.Purposes.Length > 1)
            yield return Construct.SeveralPurposes;
        if (method.Parameters.Any(static parameter => parameter.By != Passing.Value))
            yield return Construct.References;
        if (method.Parameters.Any(static parameter => parameter.IsParams || parameter.IsOptional))
            yield return Construct.ArgumentForms;
        if (method.ReturnsReference)
            yield return Construct.ReferenceReturns;
        if (method.Form != MethodForm.Plain)
            yield return method.Form == MethodForm.Extension ? Construct.Extensions : Construct.Operators;
    }

    private static IEnumerable<Construct> Recursion(ProgramModel program)
    {
        var calls = program.Methods.GroupBy(static method => method.Name, StringComparer.Ordinal).ToDictionary(static methods => methods.Key,
            static methods => methods.SelectMany(static method => method.Body).SelectMany(Nodes.Within).OfType<Call>().Select(static call => call.Method).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return calls.Keys.Any(name => Reaches(name, name, [])) ? [Construct.Recursion] : [];

        bool Reaches(string from, string to, HashSet<string> seen) =>
            calls.TryGetValue(from, out var called) && called.Any(next => next == to || seen.Add(next) && Reaches(next, to, seen));
    }

    private static IEnumerable<Construct> Of(MethodModel method, Invoke invoke)
    {
        if (invoke.Function is Load)
            yield return Construct.StoredDelegates;
        if (invoke.Function is Local local && method.Parameters.Any(parameter => parameter.Name == local.Name))
            yield return Construct.PassedDelegates;
    }

    private static IEnumerable<Construct> Of(ClassModel type)
    {
        if (type.Purposes.Length > 1)
            yield return Construct.SeveralPurposes;
        if (type.Purposes.IsEmpty && type.Methods.Any(static method => method.Name != ProgramModel.Entry && !method.Anonymizes && method.Purposes.IsEmpty))
            yield return Construct.Helpers;
        if (type.Members.Any(static member => member.Type is FunctionType))
            yield return Construct.StoredDelegates;
    }

    private static IEnumerable<Construct> Of(ProgramModel program, Statement statement) => statement switch
    {
        Declare { Value: { Type: ClassType } value } when value is not (Create or With or Call or Await) => [Construct.Locals, Construct.Aliases],
        Declare { Value: Lambda { IsLocalFunction: true } } => [Construct.Locals, Construct.LocalFunctions],
        Declare => [Construct.Locals],
        Assign => [Construct.Assignments],
        Store { Value.Type: ClassType } => [Construct.Aliases],
        Store store when program.Member(store.Owner, store.Member).IsLabelled => [Construct.Borders],
        Split split => program.IsRecord(split.Pair.Type) ? [Construct.Deconstruction, Construct.Records] : [Construct.Deconstruction],
        If branch => [Construct.Branches, .. Of(branch.Condition)],
        Repeat { Form: not LoopForm.For } => [Construct.Loops, Construct.Jumps],
        Repeat => [Construct.Loops],
        PutElement => [Construct.Arrays],
        PutThere => [Construct.ReferenceReturns],
        AppendTo => [Construct.Builders],
        Refer => [Construct.References],
        Try { Filter: { } filter } => [Construct.Exceptions, Construct.Filters, .. Of(filter)],
        Throw or Try => [Construct.Exceptions],
        Ensure => [Construct.Finally],
        IfHalves match => [Construct.PositionalPatterns, .. Halves(program, match.Whole)],
        IfMatch => [Construct.Patterns],
        ForEach { List.Type: SequenceType } => [Construct.ForEach, Construct.Iterators],
        ForEach => [Construct.ForEach],
        Yield => [Construct.Iterators],
        Scope { Purposes.Length: > 1 } => [Construct.Scopes, Construct.SeveralPurposes],
        Scope => [Construct.Scopes],
        _ => [],
    };

    private static IEnumerable<Construct> Of(ProgramModel program, Expression expression) => expression switch
    {
        Load load when program.Class(load.Owner).IsRecord => [Construct.Records],
        Load load when program.Member(load.Owner, load.Member) is { IsLabelled: false } member => [member.IsStatic ? Construct.StaticState : member.IsProperty ? Construct.Properties : Construct.Fields],
        Create create when program.IsRecord(create.Type) => [Construct.Records],
        With with => [with.Type is NamelessType ? Construct.AnonymousTypes : Construct.Records],
        MakeNameless or MemberOf => [Construct.AnonymousTypes],
        MatchHalves match => [Construct.PositionalPatterns, .. Halves(program, match.Whole)],
        Create { Initials.IsEmpty: false } => [Construct.Initializers],
        Call call =>
        [
            .. program.Interfaces.Any(type => type.Name == call.Owner) ? [Construct.Interfaces] : Enumerable.Empty<Construct>(),
            .. call.IsNamed ? [Construct.ArgumentForms] : Enumerable.Empty<Construct>(),
        ],
        Derive { How: Derivation.Length or Derivation.Equality } => [Construct.Measures],
        Derive { How: Derivation.Format or Derivation.Span } => [Construct.Formats],
        Derive => [Construct.Texts],
        MakeArray or Element => [Construct.Arrays],
        MakeBuilder or Built => [Construct.Builders],
        Match => [Construct.Patterns],
        Caught => [Construct.Exceptions],
        ByReference => [Construct.References],
        ElementAt or MakeList => [Construct.Lists],
        Gathered => [Construct.Lists, Construct.Iterators],
        Lookup or MakeTable => [Construct.Dictionaries],
        MakePair or HalfOf => [Construct.Tuples],
        Lambda => [Construct.Lambdas],
        Await => [Construct.Async],
        Choice choice => [Construct.Choices, .. choice.IsSwitch ? [Construct.Patterns] : Enumerable.Empty<Construct>(), .. Of(choice.Condition)],
        _ => [],
    };

    private static IEnumerable<Construct> Halves(ProgramModel program, Expression whole) => [program.IsRecord(whole.Type) ? Construct.Records : Construct.Tuples];

    private static IEnumerable<Construct> Of(Condition condition) => condition switch
    {
        Fixed => [Construct.DeadBranches],
        EvenLength => [Construct.DataBranches],
        _ => [],
    };

    private static IEnumerable<Construct> Captures(ImmutableArray<Statement> body) =>
        body.SelectMany(Nodes.Within).OfType<Lambda>().Any(static lambda => FreeNames(lambda).Any()) ? [Construct.Captures] : [];

    /// <summary>Variables of the surroundings. Names are unique in a program, so what the lambda does not declare is not its own.</summary>
    private static IEnumerable<string> FreeNames(Lambda lambda)
    {
        var own = lambda.Body.SelectMany(Nodes.StatementsWithin).SelectMany(Declared).ToHashSet(StringComparer.Ordinal);
        own.UnionWith(lambda.Body.SelectMany(Nodes.Within).OfType<Lambda>().Select(static inner => inner.Parameter ?? ""));
        own.Add(lambda.Parameter ?? "");
        own.UnionWith(lambda.Body.SelectMany(Nodes.Within).SelectMany(Taken));
        var within = lambda.Body.SelectMany(Nodes.Within).ToList();
        return within.OfType<Local>().Select(static local => local.Name).Where(name => !own.Contains(name)).Concat(within.OfType<Self>().Select(static _ => "this"));
    }

    /// <summary>The variables that a pattern in an expression brings into scope.</summary>
    public static IEnumerable<string> Taken(Expression expression) => expression switch
    {
        Match match => [match.Name],
        MatchHalves match => [match.First, match.Second],
        _ => [],
    };

    /// <summary>The variables that a statement brings into scope.</summary>
    public static IEnumerable<string> Declared(Statement statement) => statement switch
    {
        Declare declare => [declare.Name],
        Split split => [split.First, split.Second],
        ForEach loop => [loop.Name],
        Repeat loop => [loop.Counter],
        Refer refer => [refer.Name],
        Try attempt => [attempt.Name],
        IfMatch match => [match.Name],
        IfHalves match => [match.First, match.Second],
        _ => [],
    };
}
