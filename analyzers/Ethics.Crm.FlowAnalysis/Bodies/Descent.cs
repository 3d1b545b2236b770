using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// A walk through expressions and all that is in them, each before its parts and these in their order. It needs neither the stack of the thread, however deep a text of thousands of parts is, nor an
/// enumerator for each expression.
/// </summary>
internal sealed class Descent
{
    private readonly Stack<IOperation> pending = new();

    /// <summary>What <see cref="Next"/> has come to.</summary>
    public IOperation Current { get; private set; } = null!;

    /// <summary>To be walked before what was there already.</summary>
    public void Begin(IOperation operation) => pending.Push(operation);

    /// <summary>The statements of a block, and what it branches on at its end.</summary>
    public void Begin(BasicBlock block)
    {
        if (block.BranchValue is { } branch)
        {
            pending.Push(branch);
        }

        for (var i = block.Operations.Length - 1; i >= 0; i--)
        {
            pending.Push(block.Operations[i]);
        }
    }

    /// <summary>False when nothing is left.</summary>
    public bool Next()
    {
        if (pending.Count == 0)
        {
            return false;
        }

        Current = pending.Pop();
        foreach (var part in Current.ChildOperations.Reverse())
        {
            pending.Push(part);
        }

        return true;
    }
}
