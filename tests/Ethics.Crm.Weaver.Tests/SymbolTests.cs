using System.Diagnostics;
using System.Security.Cryptography;
using Ethics.Crm.Weaver.Tests.Harness;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Tests;

/// <summary>What a woven assembly keeps: lines in stack traces, and its strong name.</summary>
public sealed class SymbolTests
{
    private const string Contact =
        """
        using System;
        using Ethics.Crm;

        public class Contact
        {
            [DataCategory("contact.email"), CollectedFor("support")]
            public string Email { get; set; }

            [DataCategory("contact.email"), CollectedFor("support")]
            public string Broken
            {
                get
                {
                    throw new InvalidOperationException();
                }
            }

            public void Fail() { throw new InvalidOperationException(); }
        }
        """;

    [Theory, InlineData(false), InlineData(true)]
    public void StackTrace_NamesTheLines(bool embedded)
    {
        using var model = WovenModel.Of(Contact, embedded: embedded);
        var contact = model.New("Contact");

        Assert.Contains("Model.cs:7", Lines(Assert.Throws<PurposeViolationException>(() => (object)contact.Email)));
        Assert.Contains("Model.cs:18", Lines(Assert.Throws<InvalidOperationException>((Action)(() => contact.Fail()))));
        using (PurposeScope.Enter("support"))
            Assert.Contains("Model.cs:14", Lines(Assert.Throws<InvalidOperationException>(() => (object)contact.Broken)));
    }

    [Fact]
    public void WovenAssembly_NamesNoPathOfTheMachine_AndIsTheSameEachTime()
    {
        using var model = WovenModel.Compile(Contact);
        var compiled = File.ReadAllBytes(model.Path);
        var symbols = File.ReadAllBytes(model.SymbolsPath);
        model.Weave();
        var first = File.ReadAllBytes(model.Path);

        File.WriteAllBytes(model.Path, compiled);
        File.WriteAllBytes(model.SymbolsPath, symbols);
        model.Weave();

        Assert.NotEqual(compiled, first);
        Assert.Equal(first, File.ReadAllBytes(model.Path));
        Assert.DoesNotContain(Path.GetTempPath().TrimEnd('/'), System.Text.Encoding.Latin1.GetString(first));
    }

    [Fact]
    public void StrongName_IsMadeAnew_WithTheKeyOfTheProject()
    {
        using var key = new KeyFile();
        using var model = WovenModel.Of(Contact, key: key.Path);

        using var woven = AssemblyDefinition.ReadAssembly(model.Path);
        Assert.True(woven.MainModule.Attributes.HasFlag(ModuleAttributes.StrongNameSigned));
        Assert.NotEmpty(woven.Name.PublicKeyToken);
        Assert.True(StrongNameVerifies(model.Path, key));
        Assert.NotEmpty(model.Members);
        using var another = new KeyFile();
        Assert.False(StrongNameVerifies(model.Path, another));
    }

    [Fact]
    public void StrongName_WithoutItsKey_IsRefusedInWords_AndNothingIsWritten()
    {
        using var key = new KeyFile();
        using var model = WovenModel.Compile(Contact, key: key.Path);
        var before = File.ReadAllBytes(model.Path);

        Assert.Contains("has no key file to sign it again", Assert.Throws<WeavingException>(() => model.Weave()).Message);
        Assert.Contains("container of the machine", Assert.Throws<WeavingException>(() => model.Weave(WovenModel.Policy, "keycontainer=Mine")).Message);
        Assert.Equal(before, File.ReadAllBytes(model.Path));
    }

    [Fact]
    public void SignatureThatOthersComplete_IsLeftToThem()
    {
        using var key = new KeyFile();
        using var model = WovenModel.Compile(Contact, key: key.Path);

        model.Weave(WovenModel.Policy, "signedlater=true");

        Assert.NotEmpty(model.Members);
        using var woven = AssemblyDefinition.ReadAssembly(model.Path);
        Assert.NotEmpty(woven.Name.PublicKeyToken);
    }

    private static string Lines(Exception exception) =>
        string.Join(' ', new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(static frame => frame.GetFileName() is not null).Select(static frame => $"{Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()}"));

    /// <summary>By the signature's own arithmetic: the hash of the file without signature and checksum, under the public key in it.</summary>
    private static bool StrongNameVerifies(string path, KeyFile key)
    {
        var image = File.ReadAllBytes(path);
        using var reader = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(image));
        var directory = reader.PEHeaders.CorHeader!.StrongNameSignatureDirectory;
        Assert.True(reader.PEHeaders.TryGetDirectoryOffset(directory, out var offset));
        var signature = image.AsSpan(offset, directory.Size).ToArray();
        Array.Reverse(signature);

        var header = reader.PEHeaders.PEHeaderStartOffset;
        image.AsSpan(header + 64, 4).Clear();
        var certificates = header + (reader.PEHeaders.PEHeader!.Magic == System.Reflection.PortableExecutable.PEMagic.PE32 ? 128 : 144);
        image.AsSpan(certificates, 8).Clear();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        // Without what fills them up.
        hash.AppendData(image, 0, header + reader.PEHeaders.CoffHeader.SizeOfOptionalHeader + reader.PEHeaders.SectionHeaders.Length * 40);
        foreach (var section in reader.PEHeaders.SectionHeaders)
        {
            var end = section.PointerToRawData + section.SizeOfRawData;
            if (offset >= section.PointerToRawData && offset < end)
            {
                hash.AppendData(image, section.PointerToRawData, offset - section.PointerToRawData);
                hash.AppendData(image, offset + directory.Size, end - offset - directory.Size);
            }
            else
            {
                hash.AppendData(image, section.PointerToRawData, section.SizeOfRawData);
            }
        }

        return key.Rsa.VerifyHash(hash.GetHashAndReset(), signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }

    private sealed class KeyFile : IDisposable
    {
        public RSACryptoServiceProvider Rsa { get; } = new(1024);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public KeyFile() => File.WriteAllBytes(Path, Rsa.ExportCspBlob(includePrivateParameters: true) is var blob ? SignatureKey(blob) : []);

        // The tools write a key for signatures; .NET exports one for exchange.
        private static byte[] SignatureKey(byte[] blob)
        {
            blob[5] = 0x24;
            return blob;
        }

        public void Dispose()
        {
            Rsa.Dispose();
            File.Delete(Path);
        }
    }
}
