using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>An expression. Every node of a program is another object, so that places can be found by reference.</summary>
internal abstract record Expression(ModelType Type);

internal sealed record Literal(string Text) : Expression(ModelType.Text);

internal sealed record Local(string Name, ModelType Type) : Expression(Type);

internal sealed record Self(string Class) : Expression(new ClassType(Class));

/// <param name="Target">The object; null for a static member of <paramref name="Owner"/>.</param>
internal sealed record Load(Expression? Target, string Owner, string Member, ModelType Type) : Expression(Type);

internal sealed record Create(string Class, ImmutableArray<Initial> Initials) : Expression(new ClassType(Class));

internal sealed record Initial(string Member, Expression Value);

/// <param name="Target">The object; null for a static method of <paramref name="Owner"/>.</param>
/// <param name="Owner">A class or an interface.</param>
internal sealed record Call(Expression? Target, string Owner, string Method, ImmutableArray<Expression> Arguments, ModelType Type) : Expression(Type)
{
    /// <summary>The arguments are written with the names of their parameters, the last one first, and evaluated in this order.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>The argument of a <c>ref</c> or <c>out</c> parameter: a variable of text.</summary>
internal sealed record ByReference(string Name, Passing By) : Expression(ModelType.Text);

internal sealed record Number(int Value) : Expression(ModelType.Number);

/// <summary>One less than a number.</summary>
internal sealed record Less(Expression From) : Expression(ModelType.Number);

internal sealed record MakeArray(ImmutableArray<Expression> Items) : Expression(ModelType.Texts);

/// <summary>The element at a place, which is counted around the array.</summary>
internal sealed record Element(Expression Array, Expression Place) : Expression(((ArrayType)Array.Type).Element);

internal sealed record MakeBuilder(Expression First) : Expression(ModelType.Builder);

/// <summary>The text that was collected.</summary>
internal sealed record Built(Expression Builder) : Expression(ModelType.Text);

/// <summary>A copy of a record, or of an object without name, with other members.</summary>
internal sealed record With(Expression Original, ImmutableArray<Initial> Changes) : Expression(Original.Type);

/// <summary>A switch expression with one arm, whose pattern takes a member out of the object.</summary>
internal sealed record Match(Expression Object, string Owner, string Member, string Name, Expression Result) : Expression(Result.Type);

/// <summary>A switch expression with one arm, whose pattern takes both halves of a pair or a record.</summary>
internal sealed record MatchHalves(Expression Whole, string First, string Second, Expression Result) : Expression(Result.Type);

internal sealed record MakeNameless(Expression One, Expression Other) : Expression(ModelType.Nameless);

/// <summary>A member of an object of a type without name.</summary>
internal sealed record MemberOf(Expression Whole, string Member) : Expression(ModelType.Text);

/// <summary>The text that an exception carries.</summary>
internal sealed record Caught(string Name) : Expression(ModelType.Text);

/// <summary>The object as what it implements.</summary>
internal sealed record Upcast(Expression Operand, string Interface) : Expression(new InterfaceType(Interface));

/// <summary>Text made of text.</summary>
internal sealed record Derive(Derivation How, ImmutableArray<Expression> Operands) : Expression(ModelType.Text);

internal enum Derivation
{
    Concatenation,
    Interpolation,
    UpperCase,
    Length,
    Equality,
    Format,
    Span,
}

internal sealed record MakeList(ModelType Element, ImmutableArray<Expression> Items) : Expression(new ListType(Element));

/// <summary>A list of all that a sequence yields.</summary>
internal sealed record Gathered(Expression Sequence) : Expression(new ListType(ModelType.Text));

/// <summary>The first or the last element.</summary>
internal sealed record ElementAt(Expression List, bool Last) : Expression(((ListType)List.Type).Element);

/// <param name="Values">One for each of the keys.</param>
internal sealed record MakeTable(ModelType Value, ImmutableArray<Expression> Values) : Expression(new TableType(Value));

internal sealed record Lookup(Expression Table, string Key) : Expression(((TableType)Table.Type).Value);

internal sealed record MakePair(Expression First, Expression Second) : Expression(new PairType(First.Type, Second.Type));

internal sealed record HalfOf(Expression Pair, bool Second) : Expression(Second ? ((PairType)Pair.Type).Second : ((PairType)Pair.Type).First);

/// <param name="Parameter">The name of its text parameter, or null when it has none.</param>
internal sealed record Lambda(string? Parameter, ImmutableArray<Statement> Body) : Expression(new FunctionType(Parameter is not null))
{
    /// <summary>Written as a local function. Only where it is declared.</summary>
    public bool IsLocalFunction { get; init; }
}

internal sealed record Invoke(Expression Function, Expression? Argument) : Expression(ModelType.Text);

/// <summary>Waits for a promise; in code that is not asynchronous by blocking, which all promises of the model allow.</summary>
internal sealed record Await(Expression Promise) : Expression(((PromiseType)Promise.Type).Result);

internal sealed record Choice(Condition Condition, Expression Then, Expression Else) : Expression(Then.Type)
{
    /// <summary>Written as a switch expression.</summary>
    public bool IsSwitch { get; init; }
}

/// <summary>What decides a branch.</summary>
internal abstract record Condition;

/// <summary>A bit that nobody knows before the run; every value of it is run.</summary>
internal sealed record Bit(int Number) : Condition;

/// <summary>A constant: one of the branches is dead.</summary>
internal sealed record Fixed(bool Value) : Condition;

/// <summary>Depends on a text, which may be labelled. A condition passes nothing on.</summary>
internal sealed record EvenLength(Expression Text) : Condition;

/// <summary>Depends on a number that counts down.</summary>
internal sealed record Positive(Expression Number) : Condition;
