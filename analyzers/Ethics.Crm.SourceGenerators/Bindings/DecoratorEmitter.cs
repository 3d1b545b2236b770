using Ethics.Crm.SourceGenerators.Emission;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Writes the class that stands before a service and opens a scope for each call of it.</summary>
/// <param name="lists">Names an array with these purposes.</param>
/// <param name="sequences">The class with what asynchronous sequences need.</param>
internal sealed class DecoratorEmitter(CodeWriter writer, Func<IEnumerable<string>, string> lists, string sequences)
{
    private const string Bound = "global::Ethics.Crm.Runtime.";
    private const string Disposable = "global::System.IDisposable";
    private const string AsyncDisposable = "global::System.IAsyncDisposable";
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public void Emit(BoundType type, string name)
    {
        var contracts = type.Contracts.ToArray();
        // Of what implements an interface it is not known whether it is to be disposed of.
        var disposes = type.IsContract && !contracts.Any(static contract => contract.Name == Disposable);
        var disposesLater = disposes && type.HasAsyncDisposal && !contracts.Any(static contract => contract.Name == AsyncDisposable);
        var bases = string.Join(", ", contracts.Select(static contract => contract.Name).Concat(disposes ? [Disposable] : []).Concat(disposesLater ? [AsyncDisposable] : []).Append(Bound + "IPurposeBound"));
        writer.Line(GeneratedMembers.GeneratedCode);
        writer.Line(GeneratedMembers.CompilerGenerated);
        writer.Line("[global::System.Diagnostics.DebuggerNonUserCode]");
        var isOpen = type.TypeParameters.Length > 0;
        Header($"internal {(isOpen ? "" : "sealed ")}class {name}{type.TypeParameters} : {bases}", type);
        for (var i = 0; i < contracts.Length; i++)
            writer.Line($"private readonly {contracts[i].Name} _{i};");
        writer.Line("private readonly object _inner;");
        writer.Line($"private readonly {Bound}BoundOwner _owner;");
        writer.Line("");
        writer.Open($"public {name}(object inner, {Bound}BoundOwner owner)");
        writer.Line("_inner = inner;");
        writer.Line("_owner = owner;");
        for (var i = 0; i < contracts.Length; i++)
            writer.Line($"_{i} = ({contracts[i].Name})inner;");
        writer.Close();
        writer.Line("");
        writer.Line($"object {Bound}IPurposeBound.Unbound {{ get {{ return _inner; }} }}");
        if (disposes)
            EmitDispose(type);
        if (disposesLater)
            EmitDisposeAsync();
        for (var i = 0; i < contracts.Length; i++)
        {
            foreach (var member in contracts[i].Members)
                new DecoratedMember(writer, lists, sequences, contracts[i], "_" + i).Emit(member);
        }

        writer.Close();
    }

    private void EmitDispose(BoundType type)
    {
        writer.Line("");
        writer.Open($"void {Disposable}.Dispose()");
        writer.Line("if (!_owner.Disposes)");
        writer.Line("    return;");
        writer.Line($"var disposable = _inner as {Disposable};");
        writer.Line("if (disposable != null)");
        writer.Line("    disposable.Dispose();");
        if (type.HasAsyncDisposal)
        {
            // As the container says of a service of its own: what would be left out is told.
            writer.Line($"else if (_inner is {AsyncDisposable})");
            writer.Line("    throw new global::System.InvalidOperationException(\"'\" + _inner.GetType() + \"' only implements IAsyncDisposable. Use DisposeAsync to dispose of its container or scope.\");");
        }

        writer.Close();
    }

    private void EmitDisposeAsync()
    {
        writer.Line("");
        writer.Open($"{ValueTask} {AsyncDisposable}.DisposeAsync()");
        writer.Line("if (!_owner.Disposes)");
        writer.Line($"    return default({ValueTask});");
        writer.Line($"var later = _inner as {AsyncDisposable};");
        writer.Line("if (later != null)");
        writer.Line("    return later.DisposeAsync();");
        writer.Line($"(({Disposable})this).Dispose();");
        writer.Line($"return default({ValueTask});");
        writer.Close();
    }

    /// <summary>What the container makes in place of an open generic service: it takes from the container what stands behind it.</summary>
    public void EmitOpenService(BoundType type, BoundContract contract, string name, string decorator)
    {
        writer.Line(GeneratedMembers.GeneratedCode);
        writer.Line(GeneratedMembers.CompilerGenerated);
        Header($"internal sealed class {name}{type.TypeParameters} : {decorator}{type.TypeParameters}", type);
        writer.Line($"public {name}({Bound}BoundInner<{contract.Name}, {type.Instance}> inner) : base(inner.Value, inner.Owner) {{ }}");
        writer.Close();
    }

    private void Header(string header, BoundType type) => writer.Open(string.Join(" ", type.Constraints.Prepend(header)));
}
