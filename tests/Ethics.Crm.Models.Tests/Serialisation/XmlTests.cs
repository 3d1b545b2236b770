using System.Runtime.Serialization;
using System.Text;
using System.Xml.Serialization;
using Ethics.Crm.Models.Tests.Fixtures;

namespace Ethics.Crm.Models.Tests.Serialisation;

public sealed class XmlTests
{
    [Fact]
    public void XmlSerializer_RoundTripsInsideAScope()
    {
        var text = PurposeScope.Run(Purposes.Support, () => WriteXml(new Letter { Receiver = "Ada", Stamps = 2, Lines = ["Dear", "Ada"] }));

        Assert.Contains("<to>Ada</to>", text);
        Assert.Contains("Stamps=\"2\"", text);
        Assert.DoesNotContain("ethics", text, StringComparison.OrdinalIgnoreCase);
        var read = PurposeScope.Run(Purposes.Support, () => (Letter)new XmlSerializer(typeof(Letter)).Deserialize(new StringReader(text))!);
        Reads.AssertGuarded("Ada", () => read.Receiver);
        Reads.AssertGuarded("2", () => read.Stamps);
        Reads.AssertGuarded("Dear Ada", () => string.Join(' ', read.Lines));
    }

    [Fact]
    public void XmlSerializerWithoutScope_IsRefusedByTheGate()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => WriteXml(new Letter { Receiver = "Ada" }));

        Assert.IsType<PurposeViolationException>(failure.InnerException);
    }

    [Fact]
    public void DataContract_RoundTripsInsideAScope()
    {
        var text = PurposeScope.Run(Purposes.Support, () => WriteContract(new Contract { Receiver = "Ada", Unnamed = "u" }));

        Assert.Contains("<to>Ada</to>", text);
        Assert.DoesNotContain("Unnamed", text);
        var read = (Contract)new DataContractSerializer(typeof(Contract)).ReadObject(new MemoryStream(Encoding.UTF8.GetBytes(text)))!;
        Reads.AssertGuarded("Ada", () => read.Receiver);
    }

    [Fact]
    public void DataContractWithoutScope_IsRefusedByTheGate() =>
        Assert.Equal("NoScope", Reads.NoScope(() => WriteContract(new Contract { Receiver = "Ada" })));

    private static string WriteXml(Letter letter)
    {
        using var text = new StringWriter();
        new XmlSerializer(typeof(Letter)).Serialize(text, letter);
        return text.ToString();
    }

    private static string WriteContract(Contract contract)
    {
        using var stream = new MemoryStream();
        new DataContractSerializer(typeof(Contract)).WriteObject(stream, contract);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
