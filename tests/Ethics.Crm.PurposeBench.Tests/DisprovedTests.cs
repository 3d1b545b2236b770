namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>Each way in which a case can claim what is not so, with the sentence that says it; beside each stands the nearest case that holds.</summary>
public sealed class DisprovedTests
{
    private const string Issue =
        """
        [ForPurpose("newsletter")]
        public static class Issue
        {
            public static void Send(object? value) => Use.Newsletter(value);
        }

        """;

    private const string NotCollected = "it was collected for support, billing, not for newsletter";

    [Fact]
    public void ValueInCodeForTheWrongPurpose_IsAViolation() => Assert.Null(Violation("Issue.Send(Customers.Ada().Email); //! ECRM2002"));

    [Fact]
    public void OtherValue_IsClean() => Assert.Null(Clean("Issue.Send(Customers.Ada().Segment);"));

    [Fact]
    public void CodeThatDeclaresAnotherPurpose_DoesNotProveIt() => Assert.Equal(
        $"{TemporaryBench.File}:{TemporaryBench.HeaderLines + 4}: 'newsletter' is told of a value by code that works for support",
        Of("violation", "newsletter", "Customer.Email", "reaches", Issue.Replace("\"newsletter\"", "\"support\"", StringComparison.Ordinal) + Run("Issue.Send(Customers.Ada().Email); //! ECRM2002")));

    [Fact]
    public void CodeThatWorksForNothing_DoesNotProveAPurpose() => Assert.Equal(
        "'newsletter' is told of a value by code that works for nothing",
        Of("violation", "newsletter", "Customer.Email", "reaches", Run("Use.Newsletter(Customers.Ada().Email); //! ECRM2001")));

    [Fact]
    public void HelperOfCodeForAnotherPurpose_DoesNotProveIt() => Assert.Equal(
        "'newsletter' is told of a value by code that works for research",
        Of(
            "violation", "newsletter", "Customer.Email", "reaches",
            """
            [ForPurpose("research")]
            public static class Study
            {
                public static void Count(Customer customer) => Helper.Tell(customer.Email); //! ECRM2001
            }

            public static class Helper
            {
                public static void Tell(string text) => Use.Newsletter(text);
            }

            """ + Run("Study.Count(Customers.Ada());")));

    [Fact]
    public void HelperOfCodeForThePurpose_ProvesIt() => Assert.Null(Of(
        "violation", "newsletter", "Customer.Email", "reaches",
        """
        [ForPurpose("newsletter")]
        public static class Issue
        {
            public static void Count(Customer customer) => Helper.Tell(customer.Email); //! ECRM2001
        }

        public static class Helper
        {
            public static void Tell(string text) => Use.Newsletter(text);
        }

        """ + Run("Issue.Count(Customers.Ada());")));

    [Fact]
    public void OpenScope_ProvesItsPurpose() => Assert.Null(Violation(
        """
        var purpose = string.Concat("news", "letter");
        using var scope = PurposeScope.Enter(purpose);
        Use.Newsletter(Customers.Ada().Email); //! ECRM2001
        """));

    [Fact]
    public void ScopeForAnotherPurpose_DoesNotProveIt() => Assert.Equal(
        "'newsletter' is told of a value by code that works for support",
        Violation(
            """
            var purpose = string.Concat("sup", "port");
            using var scope = PurposeScope.Enter(purpose);
            Use.Newsletter(Customers.Ada().Email); //! ECRM2001
            """));

    [Fact]
    public void LabelThatPermitsThePurpose_IsNoViolation() => Assert.Equal(
        "'Customer.NewsletterEmail' may arrive in 'newsletter'", Violation("Issue.Send(Customers.Ada().NewsletterEmail); //! ECRM2002", "Customer.NewsletterEmail"));

    [Fact]
    public void MemberWithoutLabel_IsNoViolation() => Assert.Equal("'Draft.Text' carries no label", Violation("Issue.Send(Mark.Text(\"Draft.Text\")); //! ECRM2002", "Draft.Text"));

    [Fact]
    public void NothingThatArrives_IsNoViolation() => Assert.Equal("nothing arrives in 'newsletter'", Violation("_ = Customers.Ada().Email.Length; //! ECRM2002"));

    [Fact]
    public void NothingThatArrives_IsNoCleanTwin() => Assert.Equal("nothing arrives in 'newsletter'", Clean("_ = Customers.Ada().Email.Length;"));

    [Fact]
    public void OtherValueThatArrives_IsNoViolation() =>
        Assert.Equal("'Customer.Email' does not arrive in 'newsletter'", Violation("Issue.Send(Customers.Ada().Segment); //! ECRM2002"));

    [Fact]
    public void ValueThatArrives_IsNotClean() => Assert.Equal($"'Customer.Email' arrives in 'newsletter': {NotCollected}", Clean("Issue.Send(Customers.Ada().Email);"));

    [Fact]
    public void OtherLabelledValueThatArrives_IsNotClean() => Assert.Equal("'Customer.Phone' arrives in 'newsletter': it was collected for support, not for newsletter", Clean("Issue.Send(Customers.Ada().Phone);"));

    [Fact]
    public void PermittedValueThatArrives_IsClean() => Assert.Null(Clean("Issue.Send(Customers.Ada().NewsletterEmail);"));

    [Fact]
    public void PartOfTheValue_IsAViolationByDifference() => Assert.Null(Violation("Issue.Send(Customers.Ada().Email[..20]); //! ECRM2002", proof: "differs"));

    [Fact]
    public void ConstantInstead_DoesNotDependOnTheValue() =>
        Assert.Equal("what arrives in 'newsletter' does not depend on 'Customer.Email'", Violation("_ = Customers.Ada(); Issue.Send(4711); //! ECRM2002", proof: "differs"));

    [Fact]
    public void PartOfTheValue_IsNotClean() => Assert.Equal(
        $"what arrives in 'newsletter' depends on 'Customer.Email': {NotCollected}", Clean("Issue.Send(Customers.Ada().Email[..20]);", proof: "differs"));

    [Fact]
    public void CounterInAStatic_BeginsAnewInEachRun() =>
        Assert.Equal("what arrives in 'newsletter' does not depend on 'Customer.Email'", Violation("_ = Customers.Ada().Email; Issue.Send(++Counter.Rounds); //! ECRM2002", proof: "differs", more: "public static class Counter { public static int Rounds; }"));

    [Fact]
    public void WhatTheProcessRemembers_IsNoProofByDifference() => Assert.Equal(
        "comes to something else when it runs again with the same values",
        Violation(
            """
            _ = Customers.Ada().Email;
            var round = (int)(AppContext.GetData("PurposeBench.Made.Round") ?? 0) + 1;
            AppContext.SetData("PurposeBench.Made.Round", round);
            Issue.Send(round); //! ECRM2002
            """,
            proof: "differs"));

    [Fact]
    public void RuleOfAnotherChannel_IsRefused() =>
        Assert.Equal(Line(6, "ECRM3002 is no rule for the channel 'newsletter'"), Violation("Issue.Send(Customers.Ada().Email); //! ECRM3002"));

    [Fact]
    public void RuleOfReads_StandsWhereTheMemberIsRead() => Assert.Equal(
        Line(8, "ECRM2001 stands at the read, and 'Customer.Email' is not read there"),
        Violation(
            """
            using var scope = PurposeScope.Enter("newsletter");
            var email = Customers.Ada().Email;
            Use.Newsletter(email); //! ECRM2001
            """));

    [Fact]
    public void ExceptionThatNobodyExpects_IsToldWithoutItsStack() =>
        Assert.Equal("throws InvalidOperationException: no", Violation("Issue.Send(Customers.Ada().Email); throw new InvalidOperationException(\"no\"); //! ECRM2002"));

    [Fact]
    public void MemberThatNobodyWasGiven_IsTold() => Assert.Equal("gives nobody a 'Customer.Fax'", Violation("Issue.Send(Customers.Ada().Email); //! ECRM2002", "Customer.Fax"));

    [Fact]
    public void CaseThatHasNothingToRun_IsTold() => Assert.Equal(
        "has no PurposeBench.Cases.Made.One.Case with a public static Run()",
        Of("violation", "newsletter", "Customer.Email", "reaches", Issue + "public static class Start { public static void Run() => Issue.Send(Customers.Ada().Email); /* */ } //! ECRM2002"));

    [Fact]
    public void CaseThatNeverEnds_IsTold()
    {
        using var bench = Made("violation", "newsletter", "Customer.Email", "reaches", Issue + Run("Issue.Send(Customers.Ada().Email); new TaskCompletionSource().Task.Wait(); //! ECRM2002"));
        Assert.Equal("does not end within 0.2 s", bench.Disprove(TimeSpan.FromSeconds(0.2)));
    }

    [Fact]
    public void AddressForARecipientThatMayHaveIt_IsNoViolation() => Assert.Equal(
        "'Customer.NewsletterEmail' may arrive in 'recipient:mailhouse'",
        Of("violation", "recipient:mailhouse", "Customer.NewsletterEmail", "reaches", Run("MailHouse.Send(Customers.Ada().NewsletterEmail); //! ECRM3001")));

    [Fact]
    public void AddressForARecipientThatMayNotHaveIt_IsAViolation() => Assert.Null(
        Of("violation", "recipient:mailhouse", "Customer.Email", "reaches", Run("MailHouse.Send(Customers.Ada().Email); //! ECRM3001")));

    [Fact]
    public void ValueOnTheConsole_IsNotClean() => Assert.Equal(
        "'Customer.Email' arrives in 'log': contact.email for billing, support stands in words for anybody to read",
        Of("clean", "log", "Customer.Email", "reaches", Run("Console.WriteLine(Customers.Ada().Email);")));

    [Fact]
    public void OtherWordsOnTheConsole_AreClean() => Assert.Null(Of("clean", "log", "Customer.Email", "reaches", Run("Console.WriteLine(Customers.Ada().Segment);")));

    [Fact]
    public void ValueInAnException_IsNotClean() => Assert.Equal(
        "'Customer.Email' arrives in 'exception': contact.email for billing, support stands in words for anybody to read",
        Of("clean", "exception", "Customer.Email", "reaches", Run("throw new InvalidOperationException(Customers.Ada().Email);")));

    [Fact]
    public void OtherWordsInAnException_AreClean() => Assert.Null(Of("clean", "exception", "Customer.Email", "reaches", Run("throw new InvalidOperationException(Customers.Ada().Segment);")));

    [Fact]
    public void CopyIntoANarrowerMember_IsNoViolation() => Assert.Equal(
        "'Customer.Email' may arrive in 'stored:Ticket.Mail'",
        Of("violation", "stored:Ticket.Mail", "Customer.Email", "reaches", Ticket("support") + Run("var mail = Customers.Ada().Email; Use.Stored(\"Ticket.Mail\", mail); //! ECRM2007")));

    [Fact]
    public void CopyIntoAWiderMember_IsAViolation() => Assert.Null(
        Of("violation", "stored:Ticket.Mail", "Customer.Email", "reaches", Ticket("newsletter") + Run("var mail = Customers.Ada().Email; Use.Stored(\"Ticket.Mail\", mail); //! ECRM2007")));

    private static string Ticket(string purpose) => $$"""public class Ticket { [DataCategory("contact.email"), CollectedFor("{{purpose}}")] public string Mail { get; set; } = ""; }""" + "\n";

    private static string Line(int inProgram, string fault) => $"{TemporaryBench.File}:{TemporaryBench.HeaderLines + Issue.Count(static c => c == '\n') + inProgram - 1}: {fault}";

    private static string Run(string statements) => $$"""
        public static class Case
        {
            public static void Run()
            {
        {{statements}}
            }
        }
        """;

    private static string? Violation(string statements, string source = "Customer.Email", string proof = "reaches", string more = "") =>
        Of("violation", "newsletter", source, proof, Issue + Run(statements) + "\n" + more);

    private static string? Clean(string statements, string proof = "reaches") => Of("clean", "newsletter", "Customer.Email", proof, Issue + Run(statements));

    private static string? Of(string verdict, string channel, string source, string proof, string program)
    {
        using var bench = Made(verdict, channel, source, proof, program);
        return bench.Disprove();
    }

    private static TemporaryBench Made(string verdict, string channel, string source, string proof, string program) => new(TemporaryBench.Case(verdict, channel, source, proof, program));
}
