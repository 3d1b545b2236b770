using Ethics.Crm.SourceGenerators.Emission;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Writes one member of a decorator, in a form that every supported version of the language has.</summary>
internal sealed class DecoratedMember(CodeWriter writer, Func<IEnumerable<string>, string> lists, string sequences, BoundContract contract, string inner)
{
    private const string Call = "global::Ethics.Crm.Runtime.BoundCall";

    public void Emit(BoundMember member)
    {
        writer.Line("");
        var parameters = string.Join(", ", member.Parameters.Select(static parameter => parameter.Modifier + parameter.Type + " " + parameter.Name));
        switch (member.Kind)
        {
            case BoundMemberKind.Method:
                var accessor = member.Accessors[0];
                var isAsync = accessor.Purposes is not null && member is { Shape.Task: not TaskShape.None, IsSynchronous: false, IsUncallable: false };
                writer.Open($"{(isAsync ? "async " : "")}{member.Reference}{member.Type} {contract.Name}.{member.Name}{member.TypeParameters}({parameters})");
                Body(member, accessor, Invocation(member), isAsync);
                writer.Close();
                return;
            case BoundMemberKind.Property:
                writer.Open($"{member.Reference}{member.Type} {contract.Name}.{member.Name}" + (member.Parameters.Count > 0 ? $"[{parameters}]" : ""));
                break;
            default:
                writer.Open($"event {member.Type} {contract.Name}.{member.Name}");
                break;
        }

        foreach (var accessor in member.Accessors)
        {
            writer.Open(accessor.Keyword);
            Body(member, accessor, Access(member, accessor.Keyword), isAsync: false);
            writer.Close();
        }

        writer.Close();
    }

    private string Invocation(BoundMember member) => $"{inner}.{member.Name}{member.TypeParameters}({Arguments(member)})";

    private string Access(BoundMember member, string keyword)
    {
        var target = member.Name == "this" ? $"{inner}[{Arguments(member)}]" : $"{inner}.{member.Name}";
        return keyword switch { "get" => target, "add" => target + " += value", "remove" => target + " -= value", _ => target + " = value" };
    }

    private static string Arguments(BoundMember member) => string.Join(", ", member.Parameters.Select(static parameter => parameter.ArgumentModifier + parameter.Name));

    private void Body(BoundMember member, BoundAccessor accessor, string call, bool isAsync)
    {
        // An object initialiser cannot name an interface, so nobody gets here; nor to what it is an error to name.
        if (member.IsUncallable || accessor.Keyword == "init")
        {
            writer.Line("throw new global::System.NotSupportedException();");
            return;
        }

        if (contract.IsOwner)
        {
            writer.Line("if (!_owner.Disposes)");
            writer.Line(member.Type == "void" ? "    return;" : $"    return{(isAsync ? "" : $" default({member.Type})")};");
        }

        var yields = accessor.Keyword is "get" or "" && member.Type != "void";
        if (accessor.Purposes is not { } purposes)
        {
            writer.Line($"{(yields ? "return " : "")}{(yields && member.Reference.Length > 0 ? "ref " : "")}{call};");
            return;
        }

        var list = lists(purposes);
        if (!isAsync && member.Shape.Task != TaskShape.None)
        {
            Deferred(member, call, list);
            return;
        }

        writer.Line($"using ({Call}.Enter({list}, _owner))");
        var value = isAsync ? $"await {call}.ConfigureAwait(false)" : call;
        var isVoid = !yields || member.Shape.Task is TaskShape.Task or TaskShape.ValueTask;
        writer.Line("    " + (isVoid ? value : "return " + (member.Reference.Length > 0 ? "ref " + value : Wrapped(value, member.Shape, list))) + ";");
    }

    /// <summary>A method that hands something by reference cannot be asynchronous itself.</summary>
    private void Deferred(BoundMember member, string call, string list)
    {
        writer.Line($"var __bound = {Call}.Enter({list}, _owner);");
        writer.Line($"{member.Type} __task;");
        writer.Open("try");
        writer.Line($"__task = {call};");
        writer.Close();
        writer.Open("catch");
        writer.Line("__bound.Dispose();");
        writer.Line("throw;");
        writer.Close();
        var bind = member.Shape.Payload == SequenceShape.None ? "" : $", __value => {Wrapped("__value", member.Shape, list)}";
        writer.Line(member.Shape.Task is TaskShape.ValueTask or TaskShape.ValueTaskOf ? $"return new {member.Type}(__bound.Until(__task.AsTask(){bind}));" : $"return __bound.Until(__task{bind});");
    }

    private string Wrapped(string value, ResultShape shape, string list) => shape.Payload switch
    {
        SequenceShape.Sequence => $"global::Ethics.Crm.Runtime.BoundSequence.Of({value}, {list}, _owner)",
        SequenceShape.AsyncEnumerable or SequenceShape.AsyncEnumerator => $"{sequences}.Of({value}, {list}, _owner)",
        _ => value,
    };
}
