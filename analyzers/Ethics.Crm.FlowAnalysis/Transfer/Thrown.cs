namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What may be thrown where an operation runs.</summary>
internal enum Thrown
{
    /// <summary>Nothing: variables, constants, members of <c>this</c>.</summary>
    Nothing,

    /// <summary>What the run time throws by itself: there is no object, no such element, no memory.</summary>
    OfTheRuntime,

    /// <summary>Anything: code runs that may throw what it likes.</summary>
    Anything,
}
