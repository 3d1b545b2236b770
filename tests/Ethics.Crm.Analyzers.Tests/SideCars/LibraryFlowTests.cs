namespace Ethics.Crm.Analyzers.Tests.SideCars;

/// <summary>Values that go through a library which is only there compiled.</summary>
public sealed class LibraryFlowTests
{
    [Fact]
    public Task ValueThatALibraryHandsBack_IsFollowed()
        => TwoProjects.VerifyAsync(
            """public static class Texts { public static string Quote(string text) => "<" + text + ">"; }""",
            """
            public static class Job
            {
                [ForPurpose("support")] public static string Take(Contact c) => Texts.Quote(c.Email);
                [ForPurpose("marketing")] public static void Run(Contact c)
                {
                    var to = Take(c); //! ECRM2002
                    Mailer.Send(to);
                }
            }
            """);

    [Fact]
    public Task ValueThatALibraryDropsForAnother_IsNotFollowed()
        => TwoProjects.VerifyAsync(
            """public static class Texts { public static string Second(string first, string second) => second.Trim(); }""",
            """
            public static class Job
            {
                [ForPurpose("support")] public static string Take(Contact c) => Texts.Second(c.Email, "router");
                [ForPurpose("marketing")] public static void Run(Contact c) => Mailer.Send(Take(c));
            }
            """);

    [Fact]
    public Task ValueThatALibraryReadsForItsCaller_IsToldAsRead()
        => TwoProjects.VerifyAsync(
            """
            public static class Lines { public static string Of(Contact c) => Inner(c); private static string Inner(Contact c) => c.Email; public static string Name(Contact c) => c.Name; }
            """,
            """
            public static class Job
            {
                [ForPurpose("marketing")]
                public static void Run(Contact c)
                {
                    Mailer.Send(Lines.Of(c)); //! ECRM2003
                    Mailer.Send(Lines.Name(c));
                }
                [ForPurpose("support")] public static string Take(Contact c) => Lines.Of(c);
            }
            """);

    [Fact]
    public Task ValueThatALibraryReadsForAPurpose_IsFollowed()
        => TwoProjects.VerifyAsync(
            """public sealed class Card { public string Text { get; set; } = ""; public string Title { get; set; } = ""; } public static class Cards { [ForPurpose("support")] public static Card Of(Contact c) => new() { Text = c.Email, Title = c.Name }; }""",
            """
            public static class Job
            {
                [ForPurpose("marketing")]
                public static void Run(Contact c)
                {
                    var card = Cards.Of(c);
                    Mailer.Send(card.Text); //! ECRM2002
                    Mailer.Send(card.Title);
                }
            }
            """);

    [Fact]
    public Task ValueThatALibraryMisuses_IsToldWhereItIsHandedOver()
        => TwoProjects.VerifyAsync(
            """public static class Post { public static void Put(string text) => Out(text); [ForPurpose("marketing")] private static void Out(string text) { } public static void Keep(string text) { } }""",
            """
            public static class Job
            {
                [ForPurpose("support")]
                public static void Run(Contact c)
                {
                    Post.Put(c.Email); //! ECRM2002
                    Post.Keep(c.Email);
                }
            }
            """);

    [Fact]
    public Task FalseNegative_StaticMemberOfALibrary_IsToldAndNotFollowed()
        => TwoProjects.VerifyAsync(
            """
            public static class Recent { private static readonly Dictionary<int, string> Known = new(); public static void Put(int id, string text) => Known[id] = text.Trim(); public static string Get(int id) => Known[id]; }
            internal static class Hidden { internal static string? Last; }
            public static class Other { public static void Put(string text) => Hidden.Last = text; public static string? Get() => Hidden.Last; public static string? Name { get; set; } }
            public static class Own { private static string? last; private static int count; public static void Put(string text) => last = text; public static void Count(string text) => count++; [ForPurpose("support")] public static void Keep(Contact c) => last = c.Email; }
            """,
            """
            public static class Desk
            {
                [ForPurpose("support")]
                public static void Open(Contact c)
                {
                    Recent.Put(c.Id, c.Email); //! ECRM9002
                    Other.Put(c.Email); //! ECRM9002
                    Own.Put(c.Email); //! ECRM9002
                    Own.Count(c.Email);
                }
            }
            public static class Issue
            {
                [ForPurpose("marketing")]
                public static void Run()
                {
                    var text = Recent.Get(7);
                    var last = Other.Get();
                    Mailer.Send(text + last + Other.Name);
                }
            }
            """);

    [Fact]
    public Task MemberThatALibraryCallsDownstream_GetsWhatItIsCalledWith()
        => TwoProjects.VerifyAsync(
            """public interface ITaker { void Take(string text, string kind); } public static class Pump { [ForPurpose("support")] public static void Run(Contact c, ITaker to) => to.Take(c.Email, "k"); }""",
            """
            public sealed class Taker : ITaker { public string? Text; public string? Kind; public void Take(string text, string kind) { Text = text; Kind = kind; } }
            public sealed class Campaign : ITaker { [ForPurpose("marketing")] public void Take(string text, string kind) { } }
            public sealed class Desk : ITaker { [ForPurpose("support")] public void Take(string text, string kind) { } }
            public static class Job
            {
                public static void Run(Contact c)
                {
                    var taker = new Taker();
                    Pump.Run(c, taker);
                    Mailer.Send(taker.Text); //! ECRM2002
                    Mailer.Send(taker.Kind);
                    Pump.Run(c, new Campaign()); //! ECRM2002
                    Pump.Run(c, new Desk());
                }
            }
            """);

    [Fact]
    public Task MemberThatALibraryCallsDownstream_YieldsWhatTheLibraryUses()
        => TwoProjects.VerifyAsync(
            """public abstract class Line { protected abstract string Text(Contact c); [ForPurpose("marketing")] public void Print(Contact c) => Console.Out.Flush(); public string Of(Contact c) => "<" + Text(c) + ">"; public string Kind(Contact c) => "k"; }""",
            """
            public sealed class Mail : Line { [ForPurpose("support")] protected override string Text(Contact c) => c.Email; }
            public sealed class Name : Line { protected override string Text(Contact c) => c.Name; }
            public static class Job
            {
                public static void Run(Contact c)
                {
                    Mailer.Send(new Mail().Of(c)); //! ECRM2002
                    Mailer.Send(new Mail().Kind(c));
                    Mailer.Send(new Name().Of(c));
                }
            }
            """);

    [Fact]
    public Task FalseNegative_LambdaThatALibraryHandsOut_IsToldAndNotFollowed()
        => TwoProjects.VerifyAsync(
            """public static class Lib { public static Action<string> Into(List<string> all) => text => all.Add(text); }""",
            """
            public static class Job
            {
                public static void Run(Contact c)
                {
                    var all = new List<string>();
                    Lib.Into(all)(Mailer.Read(c)); //! ECRM9002
                    Mailer.Send(all[0]);
                }
            }
            """);

    [Fact]
    public Task PropertyOfAnExtensionBlock_ReadsForItsCaller()
        => TwoProjects.VerifyAsync(
            """public static class Parts { extension(Contact c) { public string Domain => "@" + c.Email; public int Size => 3; public string Line(string end) => c.Email + end; } }""",
            """
            public static class Job
            {
                [ForPurpose("marketing")]
                public static void Run(Contact c)
                {
                    _ = c.Domain; //! ECRM2003
                    _ = c.Size;
                    _ = c.Line("."); //! ECRM2003
                }
            }
            """);

    /// <summary>One helper for both, which is handed what it reads.</summary>
    [Fact]
    public Task StreamThatALibraryMakesWithAFunctionOfItsOwn_ReadsWhatThatFunctionReads()
        => TwoProjects.VerifyAsync(
            """
            public static class Streams
            {
                public static IAsyncEnumerable<string> Mails(IEnumerable<Contact> all) => Stream(all, static c => c.Email);
                public static IAsyncEnumerable<string> Names(IEnumerable<Contact> all) => Stream(all, static c => c.Name);
                private static async IAsyncEnumerable<string> Stream(IEnumerable<Contact> all, Func<Contact, string> column) { foreach (var c in all) { await Task.Yield(); yield return column(c); } }
            }
            """,
            """
            public static class Job
            {
                [ForPurpose("marketing")]
                public static async Task Run(IEnumerable<Contact> all)
                {
                    await foreach (var one in Streams.Mails(all)) Console.Out.Flush(); //! ECRM2003
                }

                [ForPurpose("marketing")]
                public static async Task Walk(IEnumerable<Contact> all)
                {
                    await foreach (var one in Streams.Names(all)) Console.Out.Flush();
                }
            }
            """);
}
