using System.Collections.Immutable;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Interpretation;

/// <summary>A variable; lambdas share it with the code around them.</summary>
internal class Cell(Value value)
{
    public virtual Value Value { get; set; } = value;
}

/// <summary>A variable that is another name of a place in an object.</summary>
internal sealed class PlaceCell(Func<Value> get, Action<Value> set) : Cell(TextValue.Plain(""))
{
    public override Value Value
    {
        get => get();
        set => set(value);
    }
}

/// <summary>An activation of a method or lambda.</summary>
internal sealed class Frame(string method, InstanceValue? self, ImmutableDictionary<string, Cell> variables, ImmutableArray<string>? declared, ImmutableArray<string> purposes)
{
    public string Method => method;

    public InstanceValue? Self => self;

    /// <summary>The variables in scope. Blocks put the old ones back when they end.</summary>
    public ImmutableDictionary<string, Cell> Variables { get; set; } = variables;

    /// <summary>What the code declares by itself or by a scope around it; null when nothing.</summary>
    public ImmutableArray<string>? Declared { get; set; } = declared;

    /// <summary>What the code works for: what it declares, else what its caller works for.</summary>
    public ImmutableArray<string> Purposes { get; set; } = purposes;

    public int Line { get; set; }

    public bool Returned { get; set; }

    public Value? Result { get; set; }

    /// <summary>What is returned is another name of a place.</summary>
    public bool ReturnsReference { get; init; }

    public Cell? Reference { get; set; }

    /// <summary>Names of parameters, for what is told of functions that were passed.</summary>
    public required ImmutableArray<Parameter> Parameters { get; init; }
}
