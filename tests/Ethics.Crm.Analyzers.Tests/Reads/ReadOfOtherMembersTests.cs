namespace Ethics.Crm.Analyzers.Tests.Reads;

/// <summary>Fields, parameters, results, indexers, records: all that can carry a label.</summary>
public sealed class ReadOfOtherMembersTests
{
    private const string Header = """
        using System.Collections.Generic;
        using Ethics.Crm;

        """;

    [Fact]
    public Task Field_IsReportedForReadsAndRefAndIncrementOnly() => Rules.VerifyAsync(Header + """
        public class Bag { [DataCategory("financial.invoice")] public int Sum; [DataCategory("financial.invoice")] public static int Total; }
        [ForPurpose("support")]
        public class Job
        {
            int Plain(Bag b) => b.{|ECRM2001:Sum|} + Bag.{|ECRM2001:Total|};
            void Increment(Bag b) { b.{|ECRM2001:Sum|}++; b.{|ECRM2001:Sum|} += 1; }
            void ByRef(Bag b) { Set(ref b.{|ECRM2001:Sum|}); ref readonly var r = ref b.{|ECRM2001:Sum|}; }
            void Written(Bag b) { b.Sum = 1; Get(out b.Sum); (b.Sum, _) = (1, 2); }
            static void Set(ref int x) { }
            static void Get(out int x) => x = 1;
        }
        """);

    [Fact]
    public Task Parameter_IsReadWhereItsNameStands() => Rules.VerifyAsync(Header + """
        [ForPurpose("marketing")]
        public class Job
        {
            int Length([DataCategory("contact.email")] string mail) => {|ECRM2001:mail|}.Length;
            void Write([DataCategory("contact.email")] string mail) { mail = ""; System.Console.WriteLine(nameof(mail)); }
        }
        """);

    [Fact]
    public Task PositionalRecord_CarriesTheLabelOfItsParameterAndIsReadByDeconstruction() => Rules.VerifyAsync(Header + """
        public record Card(int Id, [DataCategory("contact.email")] string {|ECRM1106:Email|});
        public record Both(int A, Card C);
        [ForPurpose("marketing")]
        public class Job
        {
            string Plain(Card c) => c.{|ECRM2001:Email|};
            void Apart(Card c) { var (id, {|ECRM2001:mail|}) = c; }
            void Nested(Both b) { var (a, (id, {|ECRM2001:mail|})) = b; }
            void Loop(List<Card> l) { foreach (var (id, {|ECRM2001:mail|}) in l) { } }
            bool Pattern(Card c) => c is (1, {|ECRM2001:"x"|});
            Card Copy(Card c) => c with { Id = 1 };
        }
        """);

    [Fact]
    public Task OwnDeconstruct_IsReadInItsBody() => Rules.VerifyAsync(Header + """
        public class Card { [DataCategory("contact.email")] public string Email = ""; public void Deconstruct(out int id, out string mail) { id = 1; mail = {|ECRM2003:Email|}; } }
        [ForPurpose("marketing")]
        public class Job { void Apart(Card c) { var (id, mail) = c; } }
        """);

    [Fact]
    public Task PropertyAndFieldTargets_LabelTheProperty() => Rules.VerifyAsync(Header + """
        public record Card([property: DataCategory("contact.email")] string {|ECRM1106:Email|});
        public class Bag { [field: DataCategory("contact.email")] public string Mail { get; set; } = ""; }
        [ForPurpose("marketing")]
        public class Job { string M(Card c, Bag b) => c.{|ECRM2001:Email|} + b.{|ECRM2001:Mail|}; }
        """);

    [Fact]
    public Task LabelOnInterfaceOrBase_GovernsImplementationsAndOverrides() => Rules.VerifyAsync(Header + """
        public interface IMail { [DataCategory("contact.email")] string Email { get; } }
        public class Implicit : IMail { public string {|ECRM1106:Email|} { get => ""; } }
        public class Explicit : IMail { string IMail.Email => ""; }
        public abstract class Base { [DataCategory("contact.email")] public abstract string Email { get; } }
        public class Derived : Base { public override string Email => ""; }
        [ForPurpose("marketing")]
        public class Job
        {
            string M(IMail a, Implicit b, Base d, Derived e) => a.{|ECRM2001:Email|} + b.{|ECRM2001:Email|} + d.{|ECRM2001:Email|} + e.{|ECRM2001:Email|};
            string N(Explicit c) => ((IMail)c).{|ECRM2001:Email|};
        }
        """);

    [Fact]
    public Task LabelOnAnOverrideOnly_DoesNotConcernTheBase() => Rules.VerifyAsync(Header + """
        public abstract class Base { public abstract string Email { get; } }
        public class Derived : Base { [DataCategory("contact.email")] public override string {|ECRM1106:Email|} => ""; }
        [ForPurpose("marketing")]
        public class Job { string M(Base b, Derived d) => b.Email + d.{|ECRM2001:Email|}; }
        """);

    [Fact]
    public Task AttributeClass_StandsForItsLabel() => Rules.VerifyAsync(Header + """
        [DataCategory("contact.email"), CollectedFor("support")] public class EmailAttribute : System.Attribute { }
        public class DerivedAttribute : EmailAttribute { }
        public class Bag { [Email] public string A = ""; [Derived] public string B = ""; [Email, CollectedFor("marketing")] public string C = ""; }
        [ForPurpose("marketing")]
        public class Job { string M(Bag b) => b.{|ECRM2001:A|} + b.{|ECRM2001:B|} + b.{|ECRM4001:C|}; }
        """);

    [Fact]
    public Task PolicyPatterns_LabelWhatNoAttributeTouches() => Rules.VerifyAsync("""
        namespace Acme
        {
            public class Row
            {
                public string Email = ""; public string Phone = ""; public string PhoneFormat = "";
                public string {|ECRM1106:this|}[int index] => "";
                public string Get(string key) => key;
            }
            public class Outer { public class Inner { public string Email = ""; } }
        }
        namespace Acme.Mail
        {
            public class Job
            {
                string M(Row r, Outer.Inner i) => r.{|ECRM2001:Email|} + r.{|ECRM2001:Phone|} + r.PhoneFormat + i.{|ECRM2001:Email|};
                string N(Row r) => {|ECRM2001:r[1]|} + r.{|ECRM2001:Get|}("x");
                void Import(string row) { System.Console.WriteLine({|ECRM2001:row|}); }
            }
        }
        """, check =>
        {
            check.Policies.Clear();
            check.Policies.Add(Ethics.Crm.TestKit.TestPolicy.Of(Ethics.Crm.TestKit.Policies.Fabrikam.Replace("\"version\": 1,", """
                "version": 1,
                "fields": {
                  "Acme.**.Email": { "category": "contact.email" }, "Acme.Row.Phone*": { "category": "contact.phone", "collectedFor": ["support"] }, "Acme.Row.PhoneFormat": null,
                  "Acme.Row.this[]": { "category": "contact.email" }, "Acme.Row.Get()": { "category": "contact.email" }, "Acme.Mail.Job.Import#row": { "category": "contact.email" }
                },
                "code": { "Acme.Mail.**": ["marketing"] },
                """)));
        });

    [Fact]
    public Task InheritedMember_IsLabelledThroughTheTypeItIsReadOn() => Rules.VerifyAsync("""
        using Ethics.Crm;
        namespace Framework { public class IdentityUser<T> { public string Email { get; set; } = ""; public string Phone { get; set; } = ""; } }
        namespace Acme
        {
            public class User : Framework.IdentityUser<long> { }
            public class Staff : Framework.IdentityUser<long> { }
            public class Admin : User { }
            public interface IPhone { [DataCategory("contact.email")] string Phone { get; } }
            public class {|ECRM1106:Customer|} : Framework.IdentityUser<int>, IPhone { }
            [ForPurpose("marketing")]
            public class Job
            {
                string Read(User u, Admin a) => u.{|ECRM2001:Email|} + a.{|ECRM2001:Email|} + u.Phone;
                string Generic<T>(T u) where T : User => u.{|ECRM2001:Email|};
                bool Pattern(object o) => o is User { {|ECRM2001:Email|}: "x" };
                string Other(Staff s, Framework.IdentityUser<long> u) => s.Email + u.Email;
                string ByInterface(Customer c) => c.{|ECRM2001:Phone|};
                void Write(User u) => u.Email = "";
            }
        }
        """, check =>
        {
            check.Policies.Clear();
            check.Policies.Add(Ethics.Crm.TestKit.TestPolicy.Of(Ethics.Crm.TestKit.Policies.Fabrikam.Replace("\"version\": 1,", """
                "version": 1, "fields": { "Acme.User.Email": { "category": "contact.email" } },
                """)));
        });

    [Fact]
    public Task ForeignAttribute_CountsWhenThePolicyMapsIt() => Rules.VerifyAsync("""
        using Ethics.Crm;
        public class PersonalDataAttribute : System.Attribute { }
        public class ProtectedAttribute : PersonalDataAttribute { }
        public class Bag { [PersonalData] public string A = ""; [Protected] public string B = ""; [System.Obsolete] public string C = ""; }
        [ForPurpose("marketing")]
        public class Job { string M(Bag b) => b.{|ECRM2001:A|} + b.{|ECRM2001:B|}; }
        """, check =>
        {
            check.Policies.Clear();
            check.Policies.Add(Ethics.Crm.TestKit.TestPolicy.Of(Ethics.Crm.TestKit.Policies.Fabrikam.Replace("\"version\": 1,", """
                "version": 1, "attributes": { "PersonalDataAttribute": { "category": "identity" } },
                """)));
        });

    [Fact]
    public Task LabelsOfAReferencedProject_TravelInItsMetadata() => Rules.VerifyAsync(Header + """
        [ForPurpose("marketing")]
        public class Job
        {
            string M(Lib.Contact c, Lib.IMail m, Lib.Card r) => c.{|ECRM2001:Email|} + m.{|ECRM2001:Email|} + r.{|ECRM2001:Email|} + c.Name;
            void Apart(Lib.Card r) { var (id, {|ECRM2001:mail|}) = r; }
        }
        """, check =>
        {
            check.TestState.AdditionalProjects["Lib"].Sources.Add("""
                using Ethics.Crm;
                namespace Lib
                {
                    public interface IMail { [DataCategory("contact.email")] string Email { get; } }
                    public class Contact : IMail { [DataSubjectId] public int Id => 1; public string Email => ""; public string Name => ""; }
                    public record Card([DataSubjectId] int Id, [DataCategory("contact.email")] string {|ECRM1106:Email|});
                }
                """);
            check.TestState.AdditionalProjectReferences.Add("Lib");
        });
}
