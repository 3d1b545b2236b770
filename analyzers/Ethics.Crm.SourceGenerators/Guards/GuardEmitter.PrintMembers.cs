using Ethics.Crm.SourceGenerators.Emission;

namespace Ethics.Crm.SourceGenerators.Guards;

internal sealed partial class GuardEmitter
{
    private const string Unread = "(guarded)";

    // The compiler's own would read every property: a record in a log message would then throw, or tell.
    private void EmitPrintMembers(PrintShape record)
    {
        _code.Line(GeneratedMembers.Hidden);
        _code.Open(record.Header);
        _code.Line("global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();");
        if (record.Members.Count == 0)
        {
            // Guarded members that are not public, or overrides, which the base prints.
            _code.Line(record.CallsBase ? "return base.PrintMembers(builder);" : "return false;");
            _code.Close();
            return;
        }

        if (record.CallsBase)
        {
            _code.Line("if (base.PrintMembers(builder))");
            _code.Line("    builder.Append(\", \");");
        }

        var separator = "";
        foreach (var member in record.Members)
        {
            if (IsWithheld(member))
                _code.Line($"builder.Append({Literal($"{separator}{member.Name} = {Unread}")});");
            else
                _code.Line($"builder.Append({Literal($"{separator}{member.Name} = ")}).Append({(member.IsObsolete ? PrintReader(member) + "()" : Boxed(member))});");
            separator = ", ";
        }

        _code.Line("return true;");
        _code.Close();

        // Only obsolete code may name what is obsolete as an error.
        foreach (var member in record.Members.Where(member => member.IsObsolete && !IsWithheld(member)))
        {
            _code.Line(GeneratedMembers.Hidden);
            _code.Line($"[global::System.Obsolete] private object? {PrintReader(member)}() => {Boxed(member)};");
        }
    }

    private static string Boxed(PrintedMember member)
    {
        var read = "this." + Identifiers.Escape(member.Name);
        return "(object?)" + (member.IsAddress ? $"(nuint){read}" : member.IsText ? read + ".ToString()" : read);
    }

    private string PrintReader(PrintedMember member) => _names.PrintReader(member.Name);

    // An abstract one is read from a guarded override, and one that is not guarded would tell the log what no scope permits.
    private static bool IsWithheld(PrintedMember member) => member.Labels.Count > 0;
}
