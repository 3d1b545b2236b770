namespace Ethics.Crm.SourceGenerators.Tests;

/// <summary>Code that many tests share: how a value is read in and outside a scope, as text.</summary>
internal static class Scenes
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using Ethics.Crm;
        """;

    /// <summary><c>Gate.Read(() => x)</c>: without scope, for support, for care; refused reads show as the refusal.</summary>
    public const string Gate = Usings + """

        internal static class Gate
        {
            public static string Read(Func<object?> read) => One(read) + " | " + In("support", read) + " | " + In("billing", read);

            public static string In(string purpose, Func<object?> read)
            {
                using (PurposeScope.Enter(purpose))
                    return One(read);
            }

            private static string One(Func<object?> read)
            {
                try { return read()?.ToString() ?? "null"; }
                catch (PurposeViolationException refused) { return refused.Refusal.ToString(); }
            }
        }
        """;

    /// <summary>What <c>Gate.Read</c> gives for a value that is collected for support only.</summary>
    public static string SupportOnly(string value) => $"NoScope | {value} | NotPermitted";
}
