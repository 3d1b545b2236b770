namespace Ethics.Crm.Runtime;

/// <summary>The sentences of refusals: what was read, what is permitted, what to do. Names only.</summary>
internal static class GateMessages
{
    /// <summary>Whether something in this process runs endpoints of ASP.NET Core for the purposes that they declare.</summary>
    public static volatile bool HasEndpoints;

    public static string NoScope(GuardedMember member, IReadOnlyList<string> permitted) =>
        $"'{member.Member}' was read without a purpose. Say what the code works for: using (PurposeScope.Enter({Example(member, permitted)})) …; {Declared(Example(member, permitted))}. It {Permission(permitted)}.";

    public static string ClosedScope(GuardedMember member, IReadOnlyList<string> purposes) =>
        $"'{member.Member}' was read in a scope for {List(purposes)} that has been closed. Await inside the scope what it starts: PurposeScope.RunAsync keeps it open until the task ends, Run closes it at the first await of an async function. Code that shall outlive its scope (a timer, a task that nobody awaits) opens one of its own.";

    public static string UnknownPurpose(GuardedMember member, string purpose) =>
        $"'{member.Member}' was read for '{purpose}', a purpose that the policy does not know. Declare it under \"purposes\", or correct the name.";

    public static string NotPermitted(GuardedMember member, IReadOnlyList<string> permitted, string purpose) =>
        $"'{member.Member}' {Permission(permitted)} but was read for '{purpose}'.";

    public static string NoHost(GuardedMember member, string purpose) =>
        $"'{member.Member}' was read for '{purpose}', which needs to know what the person decided, and no host is running. Call AddEthicsCrm and UseEthicsCrm at start-up.";

    public static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);

    private const string Bound = "AddPurposeBinding opens one for services, not for what they inherit from a base that declares none";

    private static string Declared(string example) => HasEndpoints
        ? $"or, for an endpoint, .ForPurpose({example}) behind its mapping, or [ForPurpose({example})] on its handler, controller, page model or hub. In other code a [ForPurpose] tells the build, and opens no scope; {Bound}"
        : $"a [ForPurpose] tells the build, and opens no scope; {Bound}";

    private static string Permission(IReadOnlyList<string> permitted) => permitted.Count switch
    {
        0 => "is permitted for no purpose",
        1 => $"is collected for {permitted[0]} only",
        _ => $"is collected for {List(permitted)}",
    };

    /// <summary>What stands here is copied: rather a purpose that nobody's consent is needed for.</summary>
    private static string Example(GuardedMember member, IReadOnlyList<string> permitted) =>
        permitted.Count == 0 ? "…" : $"\"{permitted.FirstOrDefault(member.BuildWithoutPerson.Contains) ?? permitted[0]}\"";
}
