using System.Collections.Immutable;

namespace Ethics.Crm.Soundness.Tests.Model;

internal abstract record Statement;

internal sealed record Declare(string Name, Expression Value) : Statement;

internal sealed record Assign(string Name, Expression Value) : Statement;

/// <param name="Target">The object; null for a static member of <paramref name="Owner"/>.</param>
internal sealed record Store(Expression? Target, string Owner, string Member, Expression Value) : Statement;

internal sealed record Append(Expression List, Expression Value) : Statement;

internal sealed record PutEntry(Expression Table, string Key, Expression Value) : Statement;

internal sealed record Split(string First, string Second, Expression Pair) : Statement;

internal sealed record If(Condition Condition, ImmutableArray<Statement> Then, ImmutableArray<Statement> Else) : Statement;

internal sealed record Repeat(string Counter, int Times, ImmutableArray<Statement> Body) : Statement
{
    public LoopForm Form { get; init; }
}

internal enum LoopForm
{
    For,
    While,
    Jump,
}

/// <param name="List">A list, or a sequence.</param>
internal sealed record ForEach(string Name, Expression List, ImmutableArray<Statement> Body) : Statement;

/// <summary>Works for the purposes as long as its block runs.</summary>
internal sealed record Scope(ImmutableArray<string> Purposes, ImmutableArray<Statement> Body) : Statement;

/// <summary>Code has the text in hand: what reaches whom is seen here.</summary>
internal sealed record Use(int Probe, Expression Value) : Statement;

internal sealed record Evaluate(Expression Value) : Statement;

internal sealed record PutElement(Expression Array, Expression Place, Expression Value) : Statement;

internal sealed record AppendTo(Expression Builder, Expression Text) : Statement;

/// <summary>A variable that is another name of a variable, of a field, of an element, or of what the result of a method names.</summary>
internal sealed record Refer(string Name, Expression To) : Statement;

/// <summary>Puts a value where the result of a method leads.</summary>
internal sealed record PutThere(Expression There, Expression Value) : Statement;

internal sealed record Throw(Expression Text) : Statement;

/// <param name="Name">The exception in the handler.</param>
internal sealed record Try(ImmutableArray<Statement> Body, string Name, ImmutableArray<Statement> Handler) : Statement
{
    /// <summary>When the handler takes the exception; null for always.</summary>
    public Condition? Filter { get; init; }
}

/// <summary>A block, and what is done however it ends.</summary>
internal sealed record Ensure(ImmutableArray<Statement> Body, ImmutableArray<Statement> Final) : Statement;

/// <summary>A block with what a pattern takes out of an object, which is always there.</summary>
internal sealed record IfMatch(Expression Object, string Owner, string Member, string Name, ImmutableArray<Statement> Body) : Statement;

/// <summary>A block with both halves of a pair or a record, which a pattern takes.</summary>
internal sealed record IfHalves(Expression Whole, string First, string Second, ImmutableArray<Statement> Body) : Statement;

/// <summary>A method that is an iterator hands a text out, and goes on when it is asked for the next.</summary>
internal sealed record Yield(Expression Value) : Statement;

internal sealed record Return(Expression? Value) : Statement;
